"""The doors: a file in, the forms it holds out. Every fault is a diagnostic, none an exception."""

from importlib.resources.abc import Traversable
from pathlib import Path, PurePath
from typing import Final

from indicator_dsl import codes
from indicator_dsl.diagnostics import Collector
from indicator_dsl.files import decoded, read_bytes
from indicator_dsl.forms.records import forms_from_records
from indicator_dsl.model import Form
from indicator_dsl.wording import same

MOST_BYTES: Final = 32 * 1024 * 1024
_TEXTS: Final = {
    ".json": forms_from_records,
    ".jsonl": forms_from_records,
    ".ndjson": forms_from_records,
}
FORM_ENDINGS: Final = (*_TEXTS,)


def read_forms(
    file: Path | Traversable, collector: Collector, *, name: str = ""
) -> tuple[Form, ...]:
    """The forms of a file, in its order; none, with a diagnostic, when it holds none.

    Args:
        file: What an office sent, told by its content and the end of its name.
        collector: Takes the diagnostics.
        name: How the reader knows the file; the path as given when empty.

    Example:
        >>> collector = Collector()
        >>> read_forms(Path("no-such-file.docx"), collector), collector.sorted()[0].name
        ((), 'file-missing')
    """
    shown = name or str(file)
    content = read_bytes(file, collector, name=shown, limit=MOST_BYTES)
    return () if content is None else forms_from_bytes(content, shown, collector)


def forms_from_bytes(content: bytes, name: str, collector: Collector) -> tuple[Form, ...]:
    """The forms of a file's bytes, in its order; none, with a diagnostic, when it holds none.

    Args:
        content: The bytes.
        name: How the reader knows the file; its end tells its kind where the bytes do not.
        collector: Takes the diagnostics.

    Example:
        >>> text = '{"id": "a", "indicators": [{"level3": "年办件量"}]}'
        >>> [form.name for form in forms_from_bytes(text.encode(), "a.json", Collector())]
        ['a']
    """
    if not content.strip():
        collector.add(codes.FILE_EMPTY.of_file(name))
        return ()
    ending = PurePath(name).suffix.lower()
    read = _TEXTS.get(ending)
    if read is None:
        collector.add(codes.FORM_KIND_UNKNOWN.of_file(name, kind=same(ending or "?")))
        return ()
    source = decoded(content, name, collector)
    return () if source is None else read(source, collector)
