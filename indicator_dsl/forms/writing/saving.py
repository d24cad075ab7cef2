"""The official form as a file, in the format its name ends in; nothing that exists is replaced."""

from pathlib import Path
from typing import Final

from indicator_dsl import codes
from indicator_dsl.audit import Audit
from indicator_dsl.diagnostics import Collector
from indicator_dsl.forms.writing.audited import official_from_audit
from indicator_dsl.forms.writing.document import document_of_form
from indicator_dsl.forms.writing.filled import official_from_card
from indicator_dsl.forms.writing.official import OfficialForm
from indicator_dsl.forms.writing.workbook import workbook_of_form
from indicator_dsl.scoring import Scorecard
from indicator_dsl.wording import Lang, Text

WRITTEN_ENDINGS: Final = (".xlsx", ".docx")
_WORKBOOK: Final = ".xlsx"
_MOST_NAMED: Final = 5


def write_audited_form(
    audit: Audit,
    path: Path,
    collector: Collector,
    *,
    lang: Lang = "zh",
    is_overwriting: bool = False,
) -> bool:
    """Whether the audited form was written.

    It is as reported, with recomputed points beside, and its findings are comments.

    Args:
        audit: Any audit.
        path: Ends in .xlsx or .docx.
        collector: Takes the diagnostics.
        lang: Of the comments.
        is_overwriting: Whether a file of that name may be replaced.
    """
    if not is_writable(path, collector, is_overwriting=is_overwriting):
        return False
    form = official_from_audit(audit)
    return _write(form, path, collector, lang=lang, is_overwriting=is_overwriting)


def audited_form_content(
    audit: Audit, name: str, collector: Collector, *, lang: Lang = "zh"
) -> bytes | None:
    """The bytes `write_audited_form` would write; None, with a diagnostic, when it would not.

    Args:
        audit: Any audit.
        name: Of the file; ends in .xlsx or .docx.
        collector: Takes the diagnostics.
        lang: Of the comments.
    """
    if not name.lower().endswith(WRITTEN_ENDINGS):
        collector.add(codes.FORM_ENDING_UNKNOWN.of_file(name))
        return None
    return _content(official_from_audit(audit), name, collector, lang=lang)


def write_filled_form(
    card: Scorecard,
    path: Path,
    collector: Collector,
    *,
    lang: Lang = "zh",
    is_overwriting: bool = False,
) -> bool:
    """Whether the official form of a scored sheet was written.

    Args:
        card: Any card; what is open stays empty, to be filled in.
        path: Ends in .xlsx or .docx.
        collector: Takes the diagnostics.
        lang: Of the comments.
        is_overwriting: Whether a file of that name may be replaced.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> card = parse_ruleset("年办件量 >= 200 件 weight 20").evaluate({}).model
        >>> collector = Collector()
        >>> write_filled_form(card, Path("form.pdf"), collector)
        False
        >>> collector.sorted()[0].code
        'IND845'
    """
    if not is_writable(path, collector, is_overwriting=is_overwriting):
        return False
    form = official_from_card(card)
    return _write(form, path, collector, lang=lang, is_overwriting=is_overwriting)


def is_writable(path: Path, collector: Collector, *, is_overwriting: bool = False) -> bool:
    """Whether a form can be written there, as far as its name tells; says why when it cannot.

    Example:
        >>> is_writable(Path("form.xlsx"), Collector())
        True
    """
    try:
        is_there = path.exists()
    except (OSError, ValueError):  # a name no file can have: writing says so
        is_there = False
    if path.suffix.lower() not in WRITTEN_ENDINGS:
        collector.add(codes.FORM_ENDING_UNKNOWN.of_file(str(path)))
    elif is_there and not is_overwriting:
        collector.add(codes.FILE_EXISTS.of_file(str(path)))
    else:
        return True
    return False


def _write(
    form: OfficialForm, path: Path, collector: Collector, *, lang: Lang, is_overwriting: bool
) -> bool:
    said = Collector()
    content = _content(form, str(path), said, lang=lang)
    if content is None:
        collector.extend(said.sorted())
        return False
    try:
        with path.open("wb" if is_overwriting else "xb") as stream:
            stream.write(content)
    except FileExistsError:
        collector.add(codes.FILE_EXISTS.of_file(str(path)))
    except (OSError, ValueError) as fault:
        why = getattr(fault, "strerror", None) or str(fault)
        collector.add(codes.FILE_NOT_WRITTEN.of_file(str(path), why=why))
    else:
        collector.extend(said.sorted())
        return True
    return False


def _content(form: OfficialForm, name: str, collector: Collector, *, lang: Lang) -> bytes | None:
    """The bytes of a file of that name; None, with a diagnostic, when a library is missing."""
    if not name.lower().endswith(_WORKBOOK):
        return document_of_form(form, lang)
    try:
        made = workbook_of_form(form, lang)
    except ImportError:
        collector.add(codes.WRITER_MISSING.of_file(name, package="openpyxl"))
        return None
    _tell_not_live(made.not_live, name, collector)
    return made.content


def _tell_not_live(not_live: tuple[tuple[str, Text], ...], name: str, collector: Collector) -> None:
    if not not_live:
        return
    named = [name for name, _ in not_live[:_MOST_NAMED]]
    more = "…" if len(not_live) > _MOST_NAMED else ""
    names = Text(", ".join(named) + more, "、".join(named) + more)
    collector.add(codes.POINTS_NOT_LIVE.of_file(name, names=names))
