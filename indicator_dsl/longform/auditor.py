"""Tables in, verdicts out: rows that are worded alike are examined once, sums are whole numbers.

Keeps what it found for later tables, as much as fits.
"""

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Final, NamedTuple, TypeAlias

from indicator_dsl.audit import base_of
from indicator_dsl.compiler import Library
from indicator_dsl.longform.cells import Cells, Sheet
from indicator_dsl.longform.exemplars import Examined, Question, examined
from indicator_dsl.longform.lines import Line
from indicator_dsl.longform.plain import Amount, actual_amount, is_plain_unit, target_amount
from indicator_dsl.longform.proportions import Proportion, proportion_of
from indicator_dsl.longform.settling import Settling, billionths_of
from indicator_dsl.longform.verdicts import Verdict
from indicator_dsl.longform.whole import BILLIONTHS, whole_verdict
from indicator_dsl.model import Ruleset
from indicator_dsl.transcription import Traits, name_key, traits_of

_KEPT: Final = 200_000  # wordings and lines, each some hundred bytes
_LONGEST: Final = 200  # rows; a longer table is audited as a whole form
_MOST_POINTS: Final = 10**6 * BILLIONTHS
_PLAIN_NAME: Final = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fffA-Za-z（）()、]{1,59}")
_NO_NUMBER: Final = re.compile(r"\D*")

Key: TypeAlias = tuple[object, ...]


class _Asked(NamedTuple):
    """What a row asks, and its numbers where it is one of many worded alike."""

    key: Key
    amounts: tuple[Amount, Amount] | None = None


class _Name(NamedTuple):
    """A name: what the readers see in it, itself where that is not all, and its place among names."""

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
        self.base = base_of(profile, library)
        self.places = 2 if self.base is None else self.base.rounding.places
        self._is_plain = self.base is not None and _is_plain(self.base)
        self._kinds: dict[Key, Proportion | None] = {}
        self._lines: dict[Key, Line] = {}
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
        asked = [
            [self._ask(row, sheet.year) for row in sheet.rows] if self._may_settle(sheet) else None
            for sheet in sheets
        ]
        self._learn(sheets, asked)
        return [
            self._whole(sheet) if keys is None else self._settled(sheet, keys)
            for sheet, keys in zip(sheets, asked, strict=True)
        ]

    def _whole(self, sheet: Sheet) -> Verdict:
        return whole_verdict(sheet, self.profile, self.library, self.places)

    def _may_settle(self, sheet: Sheet) -> bool:
        """Whether no row can change what another one is, as far as the cells show."""
        rows = sheet.rows
        if not self._is_plain or len(rows) > _LONGEST:
            return False
        if any(not _is_bare(row.level1) or not _is_bare(row.level2) for row in rows):
            return False
        if any((billionths_of(row.weight) or 0) > _MOST_POINTS for row in rows):
            return False
        return len({self._name(row.name).key for row in rows}) == len(rows)

    # ---- what rows ask

    def _ask(self, cells: Cells, year: str) -> _Asked:
        name = self._name(cells.name)
        target, actual = target_amount(cells.target), actual_amount(cells.actual)
        if target is not None and actual is not None and is_plain_unit(cells.unit) and not name.own:
            is_share_of_one = target.is_one and not target.unit and not cells.unit
            key = (
                *(cells.level1, cells.level2, name.traits, cells.nature, cells.unit),
                *(target.glyph, target.unit, actual.unit, bool(billionths_of(cells.weight))),
            )
            if not is_share_of_one and self._kinds.get(key, self) is not None:
                return _Asked(key, (target, actual))
        return _Asked((name.traits, name.own, year, *cells[1:8]))

    def _read_name(self, name: str) -> _Name:
        is_told = _PLAIN_NAME.fullmatch(name)
        return _Name(traits_of(name), "" if is_told else name, name_key(name))

    def _learn(self, sheets: Sequence[Sheet], asked: list[list[_Asked] | None]) -> None:
        """Examines the rows worded as none before."""
        places = self.places
        for _ in range(2):  # what is no proportion is examined again by itself
            questions: dict[Key, tuple[Question, _Asked]] = {}
            again: list[tuple[list[_Asked], int, Sheet]] = []
            for sheet, keys in zip(sheets, asked, strict=True):
                for number, each in enumerate(keys or ()):
                    known = self._lines if each.amounts is None else self._kinds
                    if each.key not in known:
                        questions.setdefault(each.key, ((sheet.rows[number], sheet.year), each))
                        if keys is not None and each.amounts is not None:
                            again.append((keys, number, sheet))
            if not questions:
                return
            found = examined([each[0] for each in questions.values()], self.profile, self.library)
            for (key, (_, each)), one in zip(questions.items(), found, strict=True):
                if each.amounts is None:
                    self._lines[key] = one.line(places)
                else:
                    self._kinds[key] = self._proportion(one, each.amounts)
            for keys, number, sheet in again:
                if self._kinds[keys[number].key] is None:
                    keys[number] = self._ask(sheet.rows[number], sheet.year)

    def _proportion(self, one: Examined, amounts: tuple[Amount, Amount]) -> Proportion | None:
        if one.trial is None or self.base is None:
            return None
        numbers = (amounts[0].number, amounts[1].number)
        return proportion_of(one.trial, one.kind, self.base.rounding, numbers)

    # ---- tables

    def _settled(self, sheet: Sheet, asked: list[_Asked]) -> Verdict:
        lines = [
            self._line(each, row.weight) for each, row in zip(asked, sheet.rows, strict=True)
        ]
        table = Settling(sheet, lines, self.places)
        if table.needs_form([row.name for row in sheet.rows]):
            return self._whole(sheet)
        table.judge_rows()
        table.judge_sheet()
        return table.verdict(self._grade)

    def _line(self, asked: _Asked, weight: str) -> Line:
        if asked.amounts is None:
            return self._lines[asked.key]
        kind = self._kinds[asked.key]
        assert kind is not None  # noqa: S101 - a row of no proportion asks otherwise
        target, actual = asked.amounts
        return kind.line(target.number, actual.number, billionths_of(weight) or BILLIONTHS)

    def _grade_between(self, low: int, high: int) -> str:
        grades = None if self.base is None else self.base.grades
        if grades is None:
            return ""
        scale = 10**self.places
        possible = grades.between(Fraction(low, scale), Fraction(high, scale))
        return next(iter(possible)) if len(set(possible)) == 1 else ""


def _is_plain(base: Ruleset) -> bool:
    """Whether a profile adds nothing that only a whole form can tell."""
    others = (base.sections, base.inputs, base.derived, base.checks, base.limits)
    return base.rounding.each and not any((*others, base.vetoes, base.extras))


@lru_cache(1 << 12)
def _is_bare(level: str) -> bool:
    """Whether a heading promises no points."""
    return _NO_NUMBER.fullmatch(level) is not None
