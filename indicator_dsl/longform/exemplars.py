"""One row of every wording audited as a row of a form, for all rows that are worded alike.

Every judgement is the audit's; what is kept of it is what no other row of a table can change.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final, TypeAlias

from indicator_dsl.audit import (
    Evidence,
    Row,
    evidence_of,
    explained_from,
    gravity_of,
    is_silent,
    missing_of,
    of_wordings,
)
from indicator_dsl.checks import asked_of
from indicator_dsl.compiler import Library
from indicator_dsl.longform.cells import Cells, Sheet, is_plain_name
from indicator_dsl.longform.lines import Kind, Line, Notice, none_other
from indicator_dsl.longform.omissions import why_idle
from indicator_dsl.longform.sums import form_of
from indicator_dsl.longform.whole import BILLIONTHS
from indicator_dsl.model import Bound, Measured
from indicator_dsl.quantities import scaled_half_up, text_from_number
from indicator_dsl.scoring import LineScore, usual_points
from indicator_dsl.transcription import TargetKind, name_key, points_of, traits_of, transcribe

FINEST: Final = 10**18
_AT_ONCE: Final = 200
_MARKS: Final = "子丑寅卯辰巳午未申酉"
_MEASURED: Final = (TargetKind.FIGURE, TargetKind.RANGE, TargetKind.DAY)
_UNSTATED: Final = (TargetKind.SCALE, TargetKind.WORDS)
_SURE: Final = {"high": 0, "medium": 1, "low": 2}
Question: TypeAlias = tuple[Cells, str]


class Examined:
    """A row on its own: its kind, and the line it is scored by, as if it had points.

    `trial` is None where it has no rule. A row that spoils the ruleset of its form needs the form.
    """

    __slots__ = ("kind", "row", "trial")

    def __init__(self, row: Row, notices: Sequence[Notice], *, is_spoiling: bool) -> None:
        reading, line = row.reading, row.audited.line
        self.row, self.trial = row, row.trial
        self.kind = Kind(
            notices=tuple(notices),
            lacks=missing_of(row) is not None,
            sureness=_SURE[row.confidence.value],
            is_stated=reading.target_kind not in _UNSTATED,
            is_scored=line is not None,
            is_measured=line is not None and isinstance(line.indicator.measure, Measured),
            tells=line is not None and reading.target_kind in _MEASURED,
            idle=why_idle(reading),
            threshold=None if row.trial is None else explained_from(row.trial),
            needs_form=is_spoiling
            or row.is_parent
            or (line is not None and (line.is_dropped or line.may_drop)),
        )

    def line(self, places: int) -> Line:
        """The row's own line, for rows that say the very same."""
        found = self.trial
        if found is None:
            return _without_rule(self.kind, self.row)
        exact = None if found.exact is None else found.exact * BILLIONTHS
        share = found.share
        return Line(
            kind=self.kind,
            num=None if exact is None else exact.numerator,
            den=1 if exact is None else exact.denominator,
            earned=None if found.earned is None else scaled_half_up(found.earned, places),
            low=scaled_half_up(found.low, places),
            high=scaled_half_up(found.high, places),
            is_met=found.is_met,
            reason=found.reason,
            share=None if share is None else (share.numerator, share.denominator),
            is_silent=is_silent(self.row),
            asked=_asked(found),
            others=lambda: tuple(usual_points(found).values())[1:],
        )


def _without_rule(kind: Kind, row: Row) -> Line:
    return Line(
        kind=kind,
        num=None,
        den=1,
        earned=None,
        low=0,
        high=0,
        is_met=None,
        reason="",
        share=None,
        is_silent=is_silent(row),
        asked=None,
        others=none_other,
    )


def _asked(line: LineScore) -> tuple[object, ...] | None:
    measure = line.indicator.measure
    if not isinstance(measure, Measured):
        return None
    first, amount, last = asked_of(measure)
    if isinstance(measure.target, Bound):
        return (measure.target.operator.value, amount * FINEST, last)
    return (first, amount, last)


def examined(
    questions: Sequence[Question], profile: str, library: Library | None
) -> Iterator[Examined]:
    """Each row with the text of its table's year, as if it stood alone; in their order."""
    found: dict[int, Examined] = {}
    questions = [(_called_apart(cells, n), year) for n, (cells, year) in enumerate(questions)]
    for year, numbers in _forms(questions):
        rows = [questions[number][0] for number in numbers]
        found |= zip(numbers, _of_form(rows, year, profile, library), strict=True)
    return (found[number] for number in range(len(questions)))


def _called_apart(cells: Cells, number: int) -> Cells:
    """The row under a name that no other has and that is read alike, so that many share a form."""
    if not is_plain_name(cells.name):
        return cells
    mark = "".join(_MARKS[int(digit)] for digit in str(number))
    name = f"{mark}、{cells.name}"
    is_alike = is_plain_name(name) and traits_of(name) == traits_of(cells.name)
    return cells._replace(name=name) if is_alike else cells


def _of_form(
    cells: Sequence[Cells], year: str, profile: str, library: Library | None
) -> Iterator[Examined]:
    rows = tuple(each._replace(score="1", reason="") for each in cells)
    # The printed total is the sum, so that no row is taken for the sum of others.
    total = sum((points_of(row.weight) or Fraction(0) for row in rows), Fraction(0))
    sheet = Sheet("", rows, year=year, total_weight=text_from_number(total))
    transcript = transcribe(form_of(sheet), profile, library)
    is_spoilt = transcript.ruleset is None and any(row.is_scored for row in transcript.rows)
    if is_spoilt and len(cells) > 1:  # by one of them: each by itself
        for one in cells:
            yield from _of_form([one], year, profile, library)
        return
    evidence = evidence_of(transcript)
    notices = _notices(evidence)
    for row in evidence.rows:
        yield Examined(row, notices[id(row.cells.name)], is_spoiling=is_spoilt)


def _forms(questions: Sequence[Question]) -> Iterator[tuple[str, list[int]]]:
    """Rows of one year that can stand in one form: no two of one name, headings together."""
    taken: dict[tuple[str, str], int] = defaultdict(int)
    groups: dict[tuple[str, int], list[int]] = defaultdict(list)
    order = sorted(
        range(len(questions)),
        key=lambda number: (questions[number][0].level1, questions[number][0].level2),
    )
    for number in order:
        cells, year = questions[number]
        key = (year, name_key(cells.name))
        groups[year, taken[key]].append(number)
        taken[key] += 1
    for (year, _), numbers in groups.items():
        for start in range(0, len(numbers), _AT_ONCE):
            yield year, numbers[start : start + _AT_ONCE]


def _notices(evidence: Evidence) -> dict[int, list[Notice]]:
    """What does not hold in how each row is written, by the identity of its name's cell."""
    notices: dict[int, list[Notice]] = defaultdict(list)
    for found in of_wordings(evidence):
        of_row = notices[id(found.cells[-1])]
        of_row.append(Notice(gravity_of(found), len(of_row), found.finding.code))
    return notices
