"""Why a line has no points, and what it can still earn. Scores nothing."""

from fractions import Fraction
from typing import Final

from indicator_dsl.curves import analyse
from indicator_dsl.model import Checklist, Indicator, Judged, Rounding, Treatment
from indicator_dsl.quantities import Missing, NotApplicable
from indicator_dsl.scoring.cells import Read, Refused, Ungraded
from indicator_dsl.scoring.counting import as_rounded
from indicator_dsl.scoring.scorecard import Status
from indicator_dsl.wording import Text

_TREATED: Final = {
    Treatment.FULL: Text("not applicable: full points by the rule", "不适用：按规则得满分"),
    Treatment.ZERO: Text("not applicable: no points by the rule", "不适用：按规则不得分"),
    Treatment.DROP: Text(
        "not applicable: its points are shared out within the section",
        "不适用：分值剔除，由本部分其他指标折算",
    ),
    Treatment.MOVE: Text(
        "not applicable: its points are moved to another section", "不适用：分值转入其他部分"
    ),
}


def treatment_text(treatment: Treatment) -> Text:
    """What becomes of a line that does not apply, in a sentence."""
    return _TREATED[treatment]


def why_unscored(read: Read) -> tuple[Status, Text]:
    """The status of a line without points, and why it has none."""
    match read:
        case Missing():
            return Status.MISSING, Text("no actual was given", "没有实际值")
        case Ungraded():
            return (
                Status.MISSING,
                Text(
                    "{l} is a range: the judged share is missing", "“{l}”是一个区间：缺少评定比例"
                ).filled(l=read.level.label),
            )
        case NotApplicable():
            return (
                Status.NOT_APPLICABLE,
                Text(
                    "reported as not applicable; the ruleset does not say what that scores",
                    "填报为不适用；规则集没有写明不适用如何计分",
                ),
            )
        case Refused():
            return read.status, read.why
        case _:
            return Status.INVALID, Text("the actual does not fit the target", "实际值与目标不符")


def reach_of(indicator: Indicator, read: Read, rounding: Rounding) -> tuple[Fraction, Fraction]:
    """The least and the most the line can still earn."""
    measure = indicator.measure
    weight = indicator.weight
    match measure:
        case Judged():
            low, high = measure.scale.least, measure.scale.best.share
            if isinstance(read, Ungraded):
                level = read.level
                low = level.share if level.least is None else level.least
                high = level.share
            ends = weight * low, weight * high
        case Checklist():
            ends = Fraction(0), weight
        case _:
            found = analyse(measure.curve)
            ends = (
                Fraction(0) if found.low is None else found.low,
                weight if found.high is None else found.high,
            )
    low, high = ends
    if not isinstance(read, Ungraded) and indicator.not_applicable is not None:
        # It may still turn out not to apply; where its points then go is told with the total.
        match indicator.not_applicable.treatment:
            case Treatment.FULL:
                high = max(high, weight)
            case Treatment.ZERO:
                low = min(low, Fraction(0))
            case _:
                pass
    return as_rounded(low, rounding), as_rounded(high, rounding)
