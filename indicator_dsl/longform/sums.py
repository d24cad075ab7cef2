"""Rows that add up others, told apart from indicators as in a form; a table as a form.

Which words begin such a row, `forms` says.
"""

from functools import lru_cache
from typing import Final, NamedTuple

from indicator_dsl import codes
from indicator_dsl.forms import is_subtotal, is_total
from indicator_dsl.longform.cells import Cells, Sheet
from indicator_dsl.longform.verdicts import RowVerdict, Verdict
from indicator_dsl.model import Form, FormCell, FormRow
from indicator_dsl.transcription import points_of

TOTAL: Final = "total"
SUBTOTAL: Final = "subtotal"
_BILLIONTHS: Final = 10**9

is_total_word = lru_cache(1 << 16)(is_total)
is_subtotal_word = lru_cache(1 << 16)(is_subtotal)


class Parted(NamedTuple):
    """A table with its indicators alone, and what became of each row that came in.

    `kinds` are empty for an indicator. `is_torn` says that its rows report several totals.
    """

    sheet: Sheet
    kinds: tuple[str, ...] = ()
    given: tuple[int | None, ...] = ()
    is_torn: bool = False


def parted(sheet: Sheet) -> Parted:
    """The table with its sums apart: their points are what it reports, and no indicator's.

    Example:
        >>> rows = (Cells("年办件量", weight="40"), Cells("合计", weight="40", score="38"))
        >>> found = parted(Sheet("甲", rows))
        >>> found.kinds, len(found.sheet.rows), found.sheet.total_score
        (('', 'total'), 1, '38')
    """
    kinds = tuple(map(_kind_of, sheet.rows))
    if not any(kinds):
        return Parted(sheet, is_torn=bool(sheet.other_totals) and _is_torn(sheet, ()))
    marked = list(zip(kinds, sheet.rows, strict=True))
    sums = [row for kind, row in marked if kind == TOTAL]
    scores = [row.score for row in sums if points_of(row.score) is not None]
    weights = [row.weight for row in sums if points_of(row.weight) is not None]
    alone = sheet._replace(
        rows=tuple(row for kind, row in marked if not kind),
        headings=tuple(row for kind, row in marked if kind == SUBTOTAL),
        total_weight=sheet.total_weight or next(iter(weights), ""),
        total_score=sheet.total_score or next(iter(scores), ""),
    )
    given = tuple(_billionths(row.score) for row in sheet.rows)
    return Parted(alone, kinds, given, is_torn=_is_torn(sheet, tuple(scores)))


def rejoined(verdict: Verdict, parts: Parted) -> Verdict:
    """The verdict with a row for each row that came in, and a word on totals that differ.

    Example:
        >>> from indicator_dsl.longform import Auditor
        >>> rows = (Cells("年办件量", weight="40", score="40"), Cells("合计", score="38"))
        >>> [row.reason for row in Auditor().verdicts([Sheet("甲", rows)])[0].rows]
        ['not-understood', 'total']
    """
    if parts.kinds:
        rows = iter(verdict.rows)
        told = zip(parts.kinds, parts.given, strict=True)
        verdict = verdict._replace(
            rows=tuple(
                RowVerdict(None, None, None, given, kind, ()) if kind else next(rows)
                for kind, given in told
            )
        )
    differs = codes.REPORTED_TOTAL_DIFFERS.code
    if not parts.is_torn or differs in verdict.codes:  # once is enough
        return verdict
    return verdict._replace(
        codes=tuple(sorted((*verdict.codes, differs))),
        worst=verdict.worst if verdict.errors else differs,
        errors=verdict.errors + 1,
    )


def form_of(sheet: Sheet) -> Form:
    """The table as a form.

    Example:
        >>> form_of(Sheet("甲", (Cells("年办件量", target="≥200000件"),))).rows[0].target.text
        '≥200000件'
    """
    sheet = parted(sheet).sheet
    return Form(
        name=sheet.name,
        year=FormCell(text=sheet.year),
        rows=tuple(map(_row, sheet.rows)),
        headings=tuple(map(_row, sheet.headings)),
        total_weight=FormCell(text=sheet.total_weight),
        total_score=FormCell(text=sheet.total_score),
    )


def _row(cells: Cells) -> FormRow:
    # A cell of its own for each: findings are told apart by the cells they rest on.
    return FormRow(**{key: FormCell(text=text) for key, text in cells._asdict().items()})


def _kind_of(row: Cells) -> str:
    name = row.name or row.level2
    if is_total_word(row.level1 or name):
        return TOTAL
    is_sum = is_subtotal_word(row.level2) or is_subtotal_word(name) or is_total_word(name)
    return SUBTOTAL if is_sum else ""


def _is_torn(sheet: Sheet, scores: tuple[str, ...]) -> bool:
    said = filter(None, (sheet.total_score, *sheet.other_totals, *scores))
    return len({points_of(text) for text in said} - {None}) > 1


def _billionths(text: str) -> int | None:
    points = points_of(text)
    return None if points is None else int(points * _BILLIONTHS)
