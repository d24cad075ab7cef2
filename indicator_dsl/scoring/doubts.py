"""Actuals that may mean something else than they were read as. Asks, and changes no score."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Final

from indicator_dsl import codes
from indicator_dsl.diagnostics import Finding
from indicator_dsl.model import Bound, Operator, Range
from indicator_dsl.quantities import NotANumber, Quantity, number_from_text, text_from_number
from indicator_dsl.scoring.scorecard import LineScore
from indicator_dsl.wording import Text, same

_AS_MUCH: Final = (Operator.AT_LEAST, Operator.MORE_THAN, Operator.EQUAL)
_PER_CENT: Final = Fraction(1, 100)
_NO_VALUE: Final = Text("without a value yet", "没有可计分的实际值")
_OPEN: Final = Text("the line", "得分待定")
_AT_MOST: Final = Text("at most {weight}", "不超过 {weight}")
_FAR: Final = 10  # times the actual; a target nearer to it is itself a small share


def of_doubt(line: LineScore) -> Iterable[Finding]:
    """A share written without its sign, 0.93 against >= 95 %: 0.93 % as it is read, or 93 %."""
    read, least = line.observed, _least(line)
    if least is None or not isinstance(read, Quantity) or not _is_bare(line.written):
        return
    is_share = read.unit.factor == _PER_CENT and not read.unit.dimension
    if is_share and 0 < read.number <= 1 and read.magnitude * _FAR <= least:
        yield codes.PERCENT_UNCLEAR.finding(
            line.indicator.name,
            cell=line.written,
            read=f"{text_from_number(read.number)} %",
            other=f"{text_from_number(read.number * 100)} %",
        )


def of_reported_beyond(line: LineScore) -> Iterable[Finding]:
    """A reported score above the weight of a line that is still open, and can never earn it."""
    said, weight = line.reported, line.indicator.weight
    if said is None or line.exact is not None or line.is_dropped or said <= weight:
        return
    yield codes.REPORTED_SCORE_DIFFERS.finding(
        line.indicator.name,
        reported=text_from_number(said),
        asked=_NO_VALUE,
        done=_OPEN,
        earned=_AT_MOST.filled(weight=text_from_number(weight)),
        weight=text_from_number(weight),
        others=same(""),
    )


def _least(line: LineScore) -> Fraction | None:
    """What the actual should reach; None where less would do."""
    match line.indicator.target:
        case Bound(operator=operator, value=Quantity() as value) if operator in _AS_MUCH:
            return value.magnitude
        case Range(low=low):
            return low.magnitude
        case _:
            return None


def _is_bare(written: str) -> bool:
    try:
        number_from_text(written)
    except NotANumber:
        return False
    return True
