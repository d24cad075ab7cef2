"""A table out of its rows' lines: how the office rounds, what does not hold, the total.

Asks the audit's own questions of whole numbers, in the audit's order; every rule is the audit's.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Final, NamedTuple

from indicator_dsl import codes
from indicator_dsl.audit import Practice, Told, agrees, is_reason, practice_of
from indicator_dsl.checks import HEAVIEST, is_same_thing
from indicator_dsl.codes import Code
from indicator_dsl.diagnostics import Severity
from indicator_dsl.longform.cells import Sheet
from indicator_dsl.longform.lines import Line
from indicator_dsl.longform.omissions import bounds_with, omitted
from indicator_dsl.longform.verdicts import RowVerdict, Verdict
from indicator_dsl.longform.whole import BILLIONTHS, in_billionths
from indicator_dsl.transcription import are_points_left_out, points_of

_FULL: Final = 100 * BILLIONTHS
_BUDGET: Final = 10 * BILLIONTHS
_FEWEST: Final = 3
_GRAVITY: Final = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
_NOTE: Final = 2
_LOW: Final = 2
_POINTS, _WORDS, _SHEET = 0, 1, 2
_LAST: Final = 1 << 40

_ZERO: Final = Fraction(0)

points = lru_cache(1 << 14)(points_of)
has_reason = lru_cache(1 << 14)(is_reason)
same_thing = lru_cache(1 << 16)(is_same_thing)


@lru_cache(1 << 14)
def billionths_of(text: str) -> int | None:
    """The points a cell names in units of 10^-9; None where it names none.

    Example:
        >>> billionths_of("19.5分"), billionths_of("约10")
        (19500000000, None)
    """
    return in_billionths(points_of(text))


class Found(NamedTuple):
    """A finding with its place among the others: the least comes first."""

    gravity: int
    sureness: int
    phase: int
    row: int
    order: int
    code: str


class Settling:
    """One table on its way to its verdict."""

    def __init__(self, sheet: Sheet, lines: Sequence[Line], places: int) -> None:
        self.sheet, self.lines, self.places = sheet, lines, places
        self.weights = [billionths_of(row.weight) or None for row in sheet.rows]
        self.given = [billionths_of(row.score) for row in sheet.rows]
        self.full = billionths_of(sheet.total_weight) or _FULL
        self.found: list[Found] = []

    def needs_form(self, rule_names: Sequence[str]) -> bool:
        """Whether only the whole form can tell: rows that may be sums of others, or one measure."""
        total = sum(weight for weight in self.weights if weight)
        if total >= _FULL and total not in (_FULL, self.full):
            return True
        if any(line.kind.needs_form for line in self.lines):
            return True
        groups: dict[tuple[object, ...], list[int]] = {}
        for number, line in enumerate(self.lines):
            if line.asked is not None:
                groups.setdefault(line.asked, []).append(number)
        return any(
            same_thing(rule_names[first], rule_names[second])
            for group in groups.values()
            if len(group) > 1
            for at, first in enumerate(group)
            for second in group[at + 1 :]
        )

    def _add(
        self,
        code: Code,
        phase: int,
        row: int,
        order: int,
        sureness: int = 0,
        gravity: int | None = None,
    ) -> None:
        grave = _GRAVITY[code.severity] if gravity is None else gravity
        self.found.append(Found(grave, sureness, phase, row, order, code.code))

    # ---- rows

    def judge_rows(self) -> None:
        """The points of each row, and how it is written."""
        doubtful = []
        for number, line in enumerate(self.lines):
            given, weight = self.given[number], self.weights[number]
            self._judge_values(number, line)
            if weight is not None and given is not None:
                if line.kind.is_scored and not self._is_usual(line, given):
                    doubtful.append(number)
                if given < weight and not has_reason(self.sheet.rows[number].reason):
                    self._add(codes.DEDUCTED_WITHOUT_REASON, _POINTS, number, 5)
            for notice in line.kind.notices:
                grave, sureness = notice.gravity
                if notice.code == codes.WORDY_ACTUAL.code and not given:
                    grave = _NOTE
                self.found.append(Found(grave, sureness, _WORDS, number, notice.order, notice.code))
        if doubtful:
            practice = self._practice()
            for number in doubtful:
                self._judge_points(number, practice)

    def _judge_values(self, number: int, line: Line) -> None:
        """A target or an actual that is not there, and an actual far above its target."""
        kind, share = line.kind, line.share
        if kind.lacks and self.given[number]:
            self._add(codes.SCORED_WITHOUT_VALUES, _POINTS, number, 0)
        elif kind.lacks and self.given[number] is None and self.weights[number]:
            self._add(codes.ROW_LEFT_BLANK, _POINTS, number, 0)
        if kind.threshold is not None and share is not None:
            reached = share[0] * kind.threshold.denominator >= share[1] * kind.threshold.numerator
            if reached and not has_reason(self.sheet.rows[number].reason):
                self._add(codes.OVERACHIEVED, _POINTS, number, 1, kind.sureness)

    def _is_usual(self, line: Line, given: int) -> bool:
        """Whether the printed points are the exact ones to two places, or can be."""
        if line.num is None:
            scale: int = BILLIONTHS // 10**self.places
            return line.low * scale <= given <= line.high * scale
        hundredth = BILLIONTHS // 100
        rounded: int = (2 * line.num + line.den * hundredth) // (2 * line.den * hundredth)
        return bool(rounded * hundredth == given)

    def _practice(self) -> Practice:
        told = []
        for number, line in enumerate(self.lines):
            weight, given = self.weights[number], self.given[number]
            if weight is None or given is None:
                continue
            row = self.sheet.rows[number]
            exact = None
            if line.kind.tells and line.num is not None and 0 < given < weight:
                exact = Fraction(line.num, line.den * BILLIONTHS)
            told.append(
                Told(
                    exact=exact,
                    reported=points(row.score) or _ZERO,
                    weight=points(row.weight) or _ZERO,
                    written=row.score,
                )
            )
        return practice_of(told)

    def _judge_points(self, number: int, practice: Practice) -> None:
        line, row = self.lines[number], self.sheet.rows[number]
        weight, given = self.weights[number] or 0, self.given[number] or 0
        reported = points(row.score) or _ZERO
        exact = None if line.num is None else Fraction(line.num, line.den * BILLIONTHS)
        if exact is not None and agrees(practice, exact, reported, row.score):
            return
        sure = line.kind.sureness if line.kind.is_stated else _LOW
        is_short = line.high * (BILLIONTHS // 10**self.places) < weight
        if given >= weight and (line.is_met is False or is_short):
            self._add(codes.UNMET_BUT_FULL, _POINTS, number, 2, sure)
        if given < weight and line.is_met and line.kind.is_measured:
            gravity = _NOTE if has_reason(row.reason) else None
            self._add(codes.MET_BUT_DEDUCTED, _POINTS, number, 3, sure, gravity)
        scale = BILLIONTHS // 10**self.places
        if exact is None and given > weight:
            self._add(codes.REPORTED_SCORE_DIFFERS, _POINTS, number, 4, sure)
        if exact is not None and line.earned is not None and line.earned * scale != given:
            is_usual = any(agrees(practice, other, reported, row.score) for other in line.others())
            gravity = _NOTE if is_usual else None
            sure = _LOW if is_usual else sure
            self._add(codes.REPORTED_SCORE_DIFFERS, _POINTS, number, 4, sure, gravity)

    # ---- the table

    def judge_sheet(self) -> None:
        """The sums of the table and how its points are spread."""
        sheet, rows = self.sheet, len(self.lines)
        weights = [weight for weight in self.weights if weight is not None]
        given = [points for points in self.given if points is not None]
        if sheet.total_weight or sheet.total_score:
            short = self.full - sum(weights)
            if weights and len(weights) == rows and short not in (0, _BUDGET):
                self._add(codes.WEIGHTS_NOT_TOTAL, _SHEET, -1, 0)
            printed = billionths_of(sheet.total_score)
            if printed is not None and given and len(given) == rows and sum(given) != printed:
                self._add(codes.REPORTED_TOTAL_DIFFERS, _SHEET, -1, 2)
        limit = HEAVIEST * self.full
        for number, weight in enumerate(self.weights):
            if weight is not None and weight >= limit:
                self._add(codes.HEAVY_INDICATOR, _SHEET, number, 3)
        is_full = all(
            weight is not None and weight == given
            for weight, given in zip(self.weights, self.given, strict=True)
        )
        if rows >= _FEWEST and is_full and all(line.is_silent for line in self.lines):
            self._add(codes.NO_DISCRIMINATION, _SHEET, _LAST, 5)

    def verdict(self, grade_of: Callable[[int, int], str]) -> Verdict:
        """What it comes to.

        Args:
            grade_of: The grade of a total between two bounds in units of 10^-places.
        """
        of_row: list[list[str]] = [[] for _ in self.lines]
        for found in self.found:
            if 0 <= found.row < _LAST:
                of_row[found.row].append(found.code)
        scored = [line for line in self.lines if line.kind.is_scored]
        rows = tuple(map(self._row, range(len(self.lines)), of_row))
        out = [row for number, row in enumerate(rows) if self._is_left_out(number)]
        low, high = bounds_with(
            sum(line.low for line in scored), sum(line.high for line in scored), out
        )
        is_settled = low == high and all(line.earned is not None for line in scored)
        has_points = bool(scored or out)
        is_complete = not out and self._is_all(scored)
        given = [points for points in self.given if points is not None]
        first = min(self.found, default=None)
        return Verdict(
            name=self.sheet.name,
            rows=rows,
            total=low if scored and is_settled and not out else None,
            low=low if has_points else None,
            high=high if has_points else None,
            grade=grade_of(low, high) if scored and is_complete and high is not None else "",
            weights=sum(weight for weight in self.weights if weight),
            given=sum(given) if given else None,
            reported=billionths_of(self.sheet.total_score),
            codes=tuple(sorted(found.code for found in self.found)),
            worst="" if first is None else first.code,
            errors=sum(found.gravity == 0 for found in self.found),
            left_out=len(out),
            is_complete=is_complete,
            is_whole=False,
        )

    def _is_left_out(self, number: int) -> bool:
        row, is_idle = self.sheet.rows[number], bool(self.lines[number].kind.idle)
        if self.weights[number] and not is_idle:
            return False
        return are_points_left_out(row.weight, row.score, is_idle=is_idle)

    def _is_all(self, scored: Sequence[Line]) -> bool:
        """Whether the rules weigh what the table says that they do."""
        printed = billionths_of(self.sheet.total_weight)
        weights = zip(self.weights, self.lines, strict=True)
        full = sum(weight or 0 for weight, line in weights if line.kind.is_scored)
        return not scored or printed in (None, full)

    def _row(self, number: int, found: list[str]) -> RowVerdict:
        line, given = self.lines[number], self.given[number]
        found.sort()
        if self._is_left_out(number):
            weight = self.sheet.rows[number].weight
            return omitted(weight, line.kind.idle, self.places, given, found)
        if not line.kind.is_scored:
            return RowVerdict(None, None, None, given, line.kind.idle, tuple(found))
        return RowVerdict(line.earned, line.low, line.high, given, line.reason, tuple(found))
