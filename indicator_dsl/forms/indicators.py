"""Rows of the table of indicators, brought under its columns.

Knows no file; which cell means what is said by `columns`.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final

from attrs import define, evolve, field, fields_dict

from indicator_dsl.forms.columns import Columns
from indicator_dsl.forms.drafts import Draft
from indicator_dsl.forms.grids import GridCell, Row
from indicator_dsl.forms.likeness import is_number
from indicator_dsl.forms.words import is_level, is_subtotal, is_total, is_total_score
from indicator_dsl.model import NO_CELL, FormCell, FormRow
from indicator_dsl.quantities import NotANumber, number_from_text

_MEANINGS: Final = tuple(fields_dict(FormRow))
_LEVELS: Final = ("level1", "level2")
_ONCE: Final = frozenset({"weight", "score"})  # a merged cell of points counts for its first row
_PLACEHOLDER: Final = re.compile(r"(?:指标)?[\s\d一二三四五六七八九十]*[:：.。…·、\-—/]*")
_OWN_POINTS: Final = re.compile(r"([0-9.]+)\s*分\s*[)）]")
_WIDE: Final = 3
_Assigned = Mapping[str, Sequence[GridCell]]


@define
class IndicatorRows:
    """The rows under one head row, put into a draft."""

    columns: Columns
    draft: Draft
    read: list[tuple[FormRow, bool]] = field(factory=list)  # with whether it is a heading only

    def add(self, row: Row) -> None:
        """Takes one more row in."""
        if self._is_heading_alone(row):
            cell = next(cell.cell for cell in row if cell.own_text)
            self.read.append((FormRow(level1=cell, name=NO_CELL), True))
            return
        found, others = self.columns.assigned(row)
        cells = {
            meaning: _one([cell for cell in found.get(meaning, ()) if _counts(cell, meaning)])
            for meaning in _MEANINGS
        }
        read = FormRow(
            **{
                meaning: cell if meaning in self.columns.meanings else NO_CELL
                for meaning, cell in cells.items()
            }
        )
        said = any(read_cell(read, meaning) for meaning in ("name", "target", "actual"))
        points = bool(read.weight or read.score)
        if not any(cell.own_text for cell in row):
            return
        if not said and not points and not self._has_level(found):
            self.draft.stray(*(cell.cell for cell in row if cell.own_text))
            return
        self.draft.others += [cell.cell for cell in others if cell.own_text]
        self._keep(read)

    def is_row(self, row: Row) -> bool:
        """Whether a row names an indicator and one of its values."""
        found, _ = self.columns.assigned(row)
        said = {meaning for meaning, cells in found.items() if any(c.own_text for c in cells)}
        return "name" in said and bool(said & {"target", "actual"})

    def finish(self) -> None:
        """Puts the rows into the draft, each under its levels."""
        for row, is_heading in _under_levels(self.read):
            (self.draft.headings if is_heading else self.draft.rows).append(row)
        self.read.clear()

    def _keep(self, read: FormRow) -> None:
        said = (read.nature, read.target, read.unit, read.actual, read.rate)
        points = (read.weight, read.score)
        if is_subtotal(read.level2.text):
            read = evolve(read, name=read.name or read.level2, level2=NO_CELL)
        if is_subtotal(read.name.text) or not any((read.name, *said)):
            self.read.append((read, True))  # a level, with or without points of its own
        elif not any((*said, *points, read.reason)) and _PLACEHOLDER.fullmatch(read.name.text):
            self.draft.others.append(read.name)
            self.read.append((evolve(read, name=NO_CELL), True))
        else:
            name = read.name or read.level2 or read.level1
            self.read.append((evolve(read, name=name), False))

    def _has_level(self, found: _Assigned) -> bool:
        return any(cell.own_text for level in _LEVELS for cell in found.get(level, ()))

    def _is_heading_alone(self, row: Row) -> bool:
        """Whether the row holds nothing but the name of a level, across the table."""
        own = [cell for cell in row if cell.own_text]
        if len(own) != 1 or not is_level(own[0].text):
            return False
        if not self.columns.is_aligned:
            return len(row) == 1
        spanned = sum(1 for each in self.columns.columns if own[0].overlap(each.left, each.right))
        return spanned >= _WIDE


def keep_total(row: Row, columns: Columns | None, draft: Draft) -> None:
    """Takes in the row of totals, with the columns it stands under where there are any."""
    label = next(cell for cell in row if cell.own_text)
    weights, scores = _totals(row, label, columns)
    for name, cells in (("total_weight", weights), ("total_score", scores)):
        for cell in cells:
            draft.keep(name, cell.cell)
    taken = (label, *weights, *scores)
    draft.stray(*(cell.cell for cell in row if cell.own_text and cell not in taken))


def _totals(
    row: Row, label: GridCell, columns: Columns | None
) -> tuple[Sequence[GridCell], Sequence[GridCell]]:
    """The cells of a row of totals that hold the points it may earn, and those it has."""
    behind = [cell for cell in row[row.index(label) + 1 :] if not _is_past_scores(cell, columns)]
    if columns and (columns.is_aligned or len(row) == len(columns.columns)):
        found, _ = columns.assigned(row)
        weights, scores = (
            [cell for cell in found.get(meaning, ()) if is_number(cell.own_text)]
            for meaning in ("weight", "score")
        )
        if weights or scores:
            return weights, scores
    numbers = [cell for cell in behind if is_number(cell.own_text)]
    if len(numbers) != 1:
        return numbers[:1], numbers[1:2]
    is_score = is_total_score(label.text) or _is_where_scores_are(numbers[0], behind, columns)
    return ([], numbers) if is_score else (numbers, [])


def _is_past_scores(cell: GridCell, columns: Columns | None) -> bool:
    """Whether a cell stands right of the scores: what others made of them is no total of theirs."""
    scores = [column for column in columns.columns if column.meaning == "score"] if columns else []
    return bool(columns and columns.is_aligned and scores) and cell.left >= scores[-1].right


def _is_where_scores_are(
    number: GridCell, behind: Sequence[GridCell], columns: Columns | None
) -> bool:
    """Whether the one number of a row of totals stands where a score would."""
    meanings = columns.meanings if columns else ()
    if not {"weight", "score"} <= set(meanings):
        return "weight" not in meanings
    after = len(behind) - 1 - behind.index(number)
    for meaning in ("weight", "score"):
        if after == len(meanings) - 1 - meanings.index(meaning):
            return meaning == "score"
    return len(behind) == 1 or behind[0] is not number


def is_total_row(row: Row) -> bool:
    """Whether a row adds up the whole form."""
    first = next((cell for cell in row if cell.own_text), None)
    return first is not None and is_total(first.text)


def read_cell(row: FormRow, meaning: str) -> FormCell:
    """A cell of a row by the name of its column."""
    cell = getattr(row, meaning)
    assert isinstance(cell, FormCell)  # noqa: S101 - narrows what getattr returns
    return cell


def _counts(cell: GridCell, meaning: str) -> bool:
    return bool(cell.text) and not (cell.is_continued and meaning in _ONCE)


def _one(cells: Sequence[GridCell]) -> FormCell:
    """Several cells under one head as one; empty when there is none."""
    if not cells:
        return FormCell()
    first, *more = cells
    if not more:
        return first.cell
    return evolve(first.cell, text="".join(cell.text for cell in cells))


def _under_levels(read: Sequence[tuple[FormRow, bool]]) -> Iterable[tuple[FormRow, bool]]:
    """Rows with the levels they stand under; headings that only name a level are used up.

    An empty cell stands for the one above, unless its column repeats what it says row by row, or
    the level above has all the points it names: `效益指标（30分）`.
    """
    repeats = {level: _repeats([read_cell(row, level) for row, _ in read]) for level in _LEVELS}
    above = dict.fromkeys(_LEVELS, NO_CELL)
    left: Fraction | None = None
    for row, is_heading in read:
        levels = {level: read_cell(row, level) for level in _LEVELS}
        if levels["level1"] and levels["level1"].text != above["level1"].text:
            above["level2"], left = NO_CELL, _points_named(levels["level1"].text)
        elif not (levels["level1"] or is_heading) and left is not None and left <= 0:
            above["level1"] = NO_CELL
        for level, cell in levels.items():
            if cell or repeats[level]:
                above[level] = cell
        if is_heading:
            if row.weight or row.score:
                name = row.name or row.level2 or row.level1
                yield (evolve(row, name=name, level1=levels["level1"] or above["level1"]), True)
            continue
        left = None if left is None else left - (_points(row.weight.text) or 0)
        yield (
            evolve(row, **{level: levels[level] or above[level] for level in _LEVELS}),
            False,
        )


def _points_named(level: str) -> Fraction | None:
    found = _OWN_POINTS.search(level)
    return _points(found[1]) if found else None


def _points(text: str) -> Fraction | None:
    try:
        return number_from_text(text.removesuffix("分").strip())
    except NotANumber:
        return None


def _repeats(cells: Sequence[FormCell]) -> bool:
    return any(
        one and one.text == other.text and one is not other for one, other in pairwise(cells)
    )
