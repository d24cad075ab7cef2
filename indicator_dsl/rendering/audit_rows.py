"""The rows of an audited form beside what they should have scored, as a table.

Calculates nothing.
"""

from fractions import Fraction
from typing import Final

from attrs import evolve

from indicator_dsl.audit import Audit, AuditedRow
from indicator_dsl.explanation import asked_text, done_text
from indicator_dsl.rendering import audit_words as words
from indicator_dsl.rendering.audit_points import (
    line_points,
    lines_beside,
    rounding_of,
    row_points,
    total_points,
)
from indicator_dsl.rendering.marks import SIGNS
from indicator_dsl.rendering.outline import Mood, Table
from indicator_dsl.wording import Lang

_NARROW: Final = 76
_POINTS: Final = frozenset((3, 4, 5, 6))
_HEADS: Final = (
    words.INDICATOR,
    words.TARGET,
    words.ACTUAL,
    words.WEIGHT,
    words.ROW_REPORTED,
    words.ROW_COMPUTED,
    words.MORE,
)


def rows_table(
    audit: Audit, lang: Lang, *, longest: int | None = None, width: int | None = None
) -> Table:
    """Every row as written beside what it should have scored, then the total.

    Args:
        audit: The audited form.
        lang: The language of the heads.
        longest: The most characters of a cell's text; the whole text where None.
        width: What there is room for; where that is little, target and actual are left out.
    """
    table = _whole_table(audit, lang, longest)
    if width is None or width >= _NARROW:
        return table
    kept = (0, *sorted(_POINTS))
    return evolve(
        table,
        heads=tuple(table.heads[n] for n in kept),
        rows=tuple(tuple(row[n] for n in kept) for row in table.rows),
        right=frozenset(range(1, len(kept))),
    )


def _whole_table(audit: Audit, lang: Lang, longest: int | None) -> Table:
    rounding, beside = rounding_of(audit), lines_beside(audit)
    rows = [
        (
            line.indicator.name,
            SIGNS.target(asked_text(line.indicator.target).in_lang(lang)),
            done_text(line).in_lang(lang),
            *line_points(line, rounding),
        )
        for line in beside
    ]
    rows += [
        (
            row.reading.indicator,
            words.cut(words.written_target(row.reading.row), longest),
            words.cut(row.reading.row.actual.text, longest),
            *row_points(row, rounding),
        )
        for row in audit.rows
    ]
    rows.append((words.TOTAL.in_lang(lang), "", "", *total_points(audit)))
    return Table(
        heads=tuple(head.in_lang(lang) for head in _HEADS),
        rows=tuple(rows),
        right=_POINTS,
        strong=frozenset((len(rows) - 1,)),
        moods=(
            *(_mood(line.reported, line.earned) for line in beside),
            *map(_mood_of_row, audit.rows),
            "",
        ),
    )


def _mood_of_row(row: AuditedRow) -> Mood:
    if not row.reading.is_understood:
        return "open"
    return "" if row.line is None else _mood(row.reported, row.earned)


def _mood(reported: Fraction | None, earned: Fraction | None) -> Mood:
    if earned is None:
        return "open"
    return "loss" if reported is not None and reported > earned else ""
