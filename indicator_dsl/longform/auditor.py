"""Tables in, verdicts out: rows that are worded alike are examined once, sums are whole numbers.

Keeps what it found for later tables, as much as fits.
"""

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache, partial
from typing import Final, NamedTuple, TypeAlias

from indicator_dsl.audit import base_of
from indicator_dsl.compiler import Library
from indicator_dsl.longform.cells import Cells, Sheet, is_plain_name
from indicator_dsl.longform.exemplars import Examined, Question, examined
from indicator_dsl.longform.lines import Line
from indicator_dsl.longform.plain import Amount, actual_amount, is_plain_unit, target_amount
from indicator_dsl.longform.proportions import Proportion, proportion_of
from indicator_dsl.longform.settling import Settling, billionths_of
from indicator_dsl.longform.sums import form_of, parted, rejoined
from indicator_dsl.longform.verdicts import Verdict
from indicator_dsl.longform.whole import BILLIONTHS, verdict_of_indicators
from indicator_dsl.model import Ruleset
from indicator_dsl.transcription import Traits, name_key, traits_of, year_of

_KEPT: Final = 50_000  # wordings and lines, each some hundred bytes
_LONGEST: Final = 200  # rows; a longer table is audited as a whole form
_WORDIEST: Final = 300  # characters of a cell; what is longer is not worth keeping
_MOST_POINTS: Final = 10**6 * BILLIONTHS
_NO_NUMBER: Final = re.compile(r"\D*")

Key: TypeAlias = tuple[object, ...]


class _Asked(NamedTuple):
    """What a row asks, and its numbers where it is one of many worded alike."""

    key: Key
    amounts: tuple[Amount, Amount] | None = None


class _Name(NamedTuple):
    """A name: what the readers see in it, itself where that is not all, and what is like it."""

    traits: Traits
    own: str
    key: str


class Auditor:
    """Audits tables by one profile.

    A profile that has more than methods, scales and grades needs every form as a whole.
    """

    def __init__(self, profile: str = "mof-2020", library: Library | None = None) -> None:
        """Make ready; raises nothing, for a profile that does not compile scores nothing."""
        self.profile, self.library = profile, library
        base = base_of(profile, library)
        self.places = 2 if base is None else base.rounding.places
        self._kinds: dict[Key, Proportion | None] = {}
        self._lines: dict[Key, Line] = {}
        self._base = lru_cache(256)(self._base_of_year)
        self._name = lru_cache(1 << 16)(self._read_name)
        self._grade = lru_cache(1 << 14)(self._grade_between)

    def verdicts(self, sheets: Sequence[Sheet]) -> list[Verdict]:
        """The verdict of each table, as the audit of its form gives it.

        Example:
            >>> rows = (Cells("群众满意度", target="≥95%", actual="92%", weight="10", score="10"),)
            >>> found = Auditor().verdicts([Sheet("甲", rows)])[0]
            >>> found.total, found.rows[0].codes, found.is_whole
            (968, ('IND701', 'IND704'), False)
        """
        if len(self._kinds) > _KEPT:
            self._kinds.clear()
        if len(self._lines) > _KEPT:
            self._lines.clear()
        parts = [parted(sheet) for sheet in sheets]
        sheets = [each.sheet for each in parts]
        asked = [
            [self._ask(row, sheet.year) for row in sheet.rows] if self._may_settle(sheet) else None
            for sheet in sheets
        ]
        self._learn(sheets, asked)
        found = (
            self._whole(sheet) if keys is None else self._settled(sheet, keys)
            for sheet, keys in zip(sheets, asked, strict=True)
        )
        return [rejoined(verdict, each) for verdict, each in zip(found, parts, strict=True)]

    def _whole(self, sheet: Sheet) -> Verdict:
        return verdict_of_indicators(sheet, self.profile, self.library, self.places)

    def _may_settle(self, sheet: Sheet) -> bool:
        """Whether no row can change what another one is, as far as the cells show."""
        rows = sheet.rows
        if sheet.headings or self._base(sheet.year) is None or len(rows) > _LONGEST:
            return False
        keys = set()
        for row in rows:
            if not _is_bare(row.level1) or not _is_bare(row.level2):
                return False
            if len("".join(row)) > _WORDIEST and _is_wordy(row):
                return False
            if (billionths_of(row.weight) or 0) > _MOST_POINTS:
                return False
            keys.add(self._name(row.name).key)
        return len(keys) == len(rows)

    # ---- what rows ask

    def _ask(self, cells: Cells, year: str) -> _Asked:
        name = self._name(cells.name)
        target, actual = target_amount(cells.target), actual_amount(cells.actual)
        if target is not None and actual is not None and is_plain_unit(cells.unit) and not name.own:
            is_share_of_one = target.is_one and not target.unit and not cells.unit
            key = (
                *(year, cells.level1, cells.level2, name.traits, cells.nature, cells.unit),
                *(target.glyph, target.unit, actual.unit, bool(billionths_of(cells.weight))),
            )
            if not is_share_of_one and self._kinds.get(key, self) is not None:
                return _Asked(key, (target, actual))
        return _Asked((name.traits, name.own, year, *cells[1:8]))

    def _read_name(self, name: str) -> _Name:
        is_told = is_plain_name(name)
        return _Name(traits_of(name), "" if is_told else name, name_key(name))

    def _learn(self, sheets: Sequence[Sheet], asked: list[list[_Asked] | None]) -> None:
        """Examines the rows worded as none before."""
        for _ in range(2):  # what is no proportion is examined again by itself
            new: dict[Key, tuple[Question, _Asked]] = {}
            rows: list[tuple[list[_Asked], int, Sheet]] = []
            for sheet, keys in zip(sheets, asked, strict=True):
                for number, each in enumerate(keys or ()):
                    known = self._lines if each.amounts is None else self._kinds
                    if each.key not in known:
                        new.setdefault(each.key, ((sheet.rows[number], sheet.year), each))
                        rows.append((keys or [], number, sheet))
            if not new:
                return
            self._examine(new)
            for keys, number, sheet in rows:
                each = keys[number]
                if each.amounts is not None and self._kinds[each.key] is None:
                    keys[number] = self._ask(sheet.rows[number], sheet.year)

    def _examine(self, new: dict[Key, tuple[Question, _Asked]]) -> None:
        questions = [question for question, _ in new.values()]
        found = examined(questions, self.profile, self.library)
        for (key, (question, each)), one in zip(new.items(), found, strict=True):
            if each.amounts is None:
                self._lines[key] = one.line(self.places)
            else:
                base = self._base(question[1])
                self._kinds[key] = None if base is None else _proportion(one, base, each.amounts)

    # ---- tables

    def _settled(self, sheet: Sheet, asked: list[_Asked]) -> Verdict:
        lines = [self._line(each, row.weight) for each, row in zip(asked, sheet.rows, strict=True)]
        table = Settling(sheet, lines, self.places)
        if table.needs_form([row.name for row in sheet.rows]):
            return self._whole(sheet)
        table.judge_rows()
        table.judge_sheet()
        return table.verdict(partial(self._grade, sheet.year))

    def _line(self, asked: _Asked, weight: str) -> Line:
        if asked.amounts is None:
            return self._lines[asked.key]
        kind = self._kinds[asked.key]
        assert kind is not None  # noqa: S101 - a row of no proportion asks otherwise
        target, actual = asked.amounts
        return kind.line(target.number, actual.number, billionths_of(weight) or BILLIONTHS)

    def _base_of_year(self, year: str) -> Ruleset | None:
        """The profile in a year; None where it has more than rows and grades can tell."""
        base = base_of(self.profile, self.library, year_of(form_of(Sheet("", (), year))))
        if base is None or not _is_plain(base) or base.rounding.places != self.places:
            return None
        return base

    def _grade_between(self, year: str, low: int, high: int) -> str:
        base = self._base(year)
        grades = None if base is None else base.grades
        if grades is None:
            return ""
        scale = 10**self.places
        possible = grades.between(Fraction(low, scale), Fraction(high, scale))
        return next(iter(possible)) if len(set(possible)) == 1 else ""


def _proportion(one: Examined, base: Ruleset, amounts: tuple[Amount, Amount]) -> Proportion | None:
    if one.trial is None:
        return None
    return proportion_of(one.trial, one.kind, base.rounding, (amounts[0].number, amounts[1].number))


def _is_plain(base: Ruleset) -> bool:
    """Whether a profile adds nothing that only a whole form can tell."""
    others = (base.sections, base.inputs, base.derived, base.checks, base.limits)
    return base.rounding.each and not any((*others, base.vetoes, base.extras))


def _is_wordy(row: Cells) -> bool:
    return max(map(len, row)) > _WORDIEST


@lru_cache(1 << 12)
def _is_bare(level: str) -> bool:
    """Whether a heading promises no points."""
    return _NO_NUMBER.fullmatch(level) is not None
