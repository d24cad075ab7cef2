"""Every step of a line in words, in the order taken. Chooses nothing and leaves nothing out."""

from typing import Final

from indicator_dsl.explanation.figures import cut_points, rounding_text
from indicator_dsl.explanation.reasons import stage_name, step_reason
from indicator_dsl.model import Rounding
from indicator_dsl.scoring import LineScore
from indicator_dsl.wording import Text

_CARRIED_ON: Final = Text("carried on past full points", "满分之上继续计")


def trace_of(line: LineScore, rounding: Rounding) -> tuple[Text, ...]:
    """Each step with its clause, its reason and the points after it, rounding last.

    Args:
        line: A line of a scorecard; one that is not scored has no steps.
        rounding: The ruleset's.
    """
    told = [_step_text(line, at, rounding) for at in range(len(line.steps))]
    if line.exact is not None and line.earned is not None and line.exact != line.earned:
        rounded = rounding_text(line.exact, line.earned, rounding)
        told.append(
            Text(
                f"rounded: {cut_points(line.exact, rounding)}{rounded.en}",
                f"舍入：{cut_points(line.exact, rounding)}{rounded.zh}",
            )
        )
    return tuple(told)


def _step_text(line: LineScore, at: int, rounding: Rounding) -> Text:
    step, points = line.steps[at], cut_points(line.steps[at].points, rounding)
    clause, reason = stage_name(step), step_reason(step, is_met=bool(line.is_met))
    before = line.steps[at - 1] if at else None
    if before is not None and (before.clause, before.reason) == (step.clause, step.reason):
        reason = _CARRIED_ON
    unit = "point" if points == "1" else "points"
    return Text(
        _told(clause.en, reason.en, f"{points} {unit}", colon=": ", comma=", "),
        _told(clause.zh, reason.zh, f"{points} 分", colon="：", comma="，"),
    )


def _told(clause: str, reason: str, points: str, *, colon: str, comma: str) -> str:
    """The clause with its reason, once where one of them says the other."""
    if clause in reason or reason in clause:
        return f"{max(clause, reason, key=len)}{colon}{points}"
    return f"{clause}{colon}{reason}{comma}{points}"
