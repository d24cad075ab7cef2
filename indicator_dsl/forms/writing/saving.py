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
_PACKAGES: Final = {".xlsx": "openpyxl", ".docx": "python-docx"}
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
    ending = path.suffix.lower()
    not_live: tuple[tuple[str, Text], ...] = ()
    try:
        if ending == ".xlsx":
            made = workbook_of_form(form, lang)
            content, not_live = made.content, made.not_live
        else:
            content = document_of_form(form, lang)
    except ImportError:
        package = _PACKAGES[ending]
        collector.add(codes.WRITER_MISSING.of_file(str(path), package=package))
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
        _tell_not_live(not_live, path, collector)
        return True
    return False


def _tell_not_live(
    not_live: tuple[tuple[str, Text], ...], path: Path, collector: Collector
) -> None:
    if not not_live:
        return
    named = [name for name, _ in not_live[:_MOST_NAMED]]
    more = "…" if len(not_live) > _MOST_NAMED else ""
    names = Text(", ".join(named) + more, "、".join(named) + more)
    collector.add(codes.POINTS_NOT_LIVE.of_file(str(path), names=names))
