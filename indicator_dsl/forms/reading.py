"""The doors: a file in, the forms it holds out. Every fault is a diagnostic, none an exception."""

from collections.abc import Callable, Iterable, Mapping
from importlib.resources.abc import Traversable
from pathlib import Path, PurePath
from typing import Final

from indicator_dsl import codes
from indicator_dsl.diagnostics import Collector
from indicator_dsl.files import decoded, read_bytes
from indicator_dsl.forms.archives import Unread
from indicator_dsl.forms.assembling import forms_from_blocks
from indicator_dsl.forms.documents import blocks_from_document
from indicator_dsl.forms.flattened import blocks_from_flattened
from indicator_dsl.forms.grids import Block, Table, TooLarge
from indicator_dsl.forms.kinds import kind_of, text_kind_of
from indicator_dsl.forms.lined import blocks_from_lined
from indicator_dsl.forms.old_workbooks import sheets_from_old_workbook
from indicator_dsl.forms.records import forms_from_records
from indicator_dsl.forms.separated import table_from_separated
from indicator_dsl.forms.web_pages import blocks_from_page
from indicator_dsl.forms.workbooks import sheets_from_workbook
from indicator_dsl.forms.writing.sheet import is_sums
from indicator_dsl.model import Form, FormCell
from indicator_dsl.source import SourceText

MOST_BYTES: Final = 32 * 1024 * 1024  # of a file that is no text; a text has its own limit


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
    return _guarded(lambda said: _forms_of_bytes(content, name, said), name, collector)


def forms_from_text(text: str, name: str, collector: Collector) -> tuple[Form, ...]:
    """The forms of a text that was pasted, whichever way its cells are told apart.

    Args:
        text: A copied table, a page's markup, records of JSON or separated values.
        name: How the reader knows it.
        collector: Takes the diagnostics.

    Example:
        >>> text = chr(10).join(["三级指标|指标值|实际完成值", "年办件量|≥20万件|332344件"])
        >>> text = text.replace("|", chr(9))
        >>> forms_from_text(text, "pasted", Collector())[0].rows[0].target.text
        '≥20万件'
    """
    if not text.strip():
        collector.add(codes.FILE_EMPTY.of_file(name))
        return ()
    content = text.encode("utf-8", "replace")
    source = decoded(content, name, collector)
    if source is None:
        return ()
    kind = text_kind_of(source.text)
    return _guarded(lambda said: _forms_of_text(source, kind, said), name, collector)


def _guarded(
    read: Callable[[Collector], tuple[Form, ...]], name: str, collector: Collector
) -> tuple[Form, ...]:
    """What was read; every refusal, and that there is no form, is said."""
    said = Collector()
    forms: tuple[Form, ...] = ()
    try:
        forms = read(said)
    except Unread as refusal:
        said.add(refusal.code.of_file(name, **refusal.fields))
    except TooLarge as refusal:
        said.add(codes.FORM_TOO_LARGE.of_file(name, why=refusal.why))
    if not forms and not said.has_errors:
        said.add(codes.FORM_MISSING.of_file(name))
    collector.extend(said.sorted())
    return forms


def _forms_of_bytes(content: bytes, name: str, collector: Collector) -> tuple[Form, ...]:
    kind = kind_of(content, name)
    if kind in _BINARY:
        return _BINARY[kind](content, name, collector)
    source = decoded(content, name, collector)
    return () if source is None else _forms_of_text(source, kind, collector)


def _forms_of_text(source: SourceText, kind: str, collector: Collector) -> tuple[Form, ...]:
    name = PurePath(source.name).name
    match kind:
        case "json":
            return forms_from_records(source, collector)
        case "html":
            blocks: Iterable[Block] = blocks_from_page(source.text)
        case "csv":
            blocks = [table_from_separated(source.text)]
        case _:
            blocks = blocks_from_flattened(source.text)
            forms = forms_from_blocks(blocks, name)
            if forms:
                return forms
            forms = forms_from_blocks(blocks_from_lined(source.text), name)
            if forms:
                collector.add(codes.FORM_ROWS_GUESSED.of_file(source.name))
            return forms
    return forms_from_blocks(blocks, name)


def _forms_of_document(content: bytes, name: str, _: Collector) -> tuple[Form, ...]:
    return forms_from_blocks(blocks_from_document(content), PurePath(name).name)


def _forms_of_workbook(content: bytes, name: str, collector: Collector) -> tuple[Form, ...]:
    tables: list[Table] = []
    unworked: list[FormCell] = []
    for sheet in sheets_from_workbook(content):
        if is_sums(sheet.title, sheet.first):
            continue  # of a form written here: it works out what the form says
        tables.append(sheet.table)
        unworked += sheet.unworked
    if unworked:
        found = codes.FORM_FORMULA_EMPTY.of_file(name, n=len(unworked), where=unworked[0].where)
        collector.add(found)
    return forms_from_blocks(tables, PurePath(name).name)


def _forms_of_old_workbook(content: bytes, name: str, collector: Collector) -> tuple[Form, ...]:
    sheets = sheets_from_old_workbook(content)
    tables = [sheet.table for sheet in sheets if not is_sums(sheet.title, sheet.first)]
    collector.add(codes.FORM_FORMATS_LOST.of_file(name))
    return forms_from_blocks(tables, PurePath(name).name)


_BINARY: Final[Mapping[str, Callable[[bytes, str, Collector], tuple[Form, ...]]]] = {
    "docx": _forms_of_document,
    "xlsx": _forms_of_workbook,
    "xls": _forms_of_old_workbook,
}
