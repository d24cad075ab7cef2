"""Every step of a line in words, in the order taken. Chooses nothing and leaves nothing out."""

from indicator_dsl.explanation.figures import cut_points, rounding_text
from indicator_dsl.explanation.reasons import reason_text, stage_name
from indicator_dsl.model import Rounding
from indicator_dsl.scoring import LineScore, Step
from indicator_dsl.wording import Text


def trace_of(line: LineScore, rounding: Rounding) -> tuple[Text, ...]:
    """Each step with its clause, its reason and the points after it, rounding last.

    Args:
        line: A line of a scorecard; one that is not scored has no steps.
        rounding: The ruleset's.
    """
    told = [_step_text(step, rounding) for step in line.steps]
    if line.exact is not None and line.earned is not None and line.exact != line.earned:
        rounded = rounding_text(line.exact, line.earned, rounding)
        told.append(
            Text(
                f"rounded: {cut_points(line.exact, rounding)}{rounded.en}",
                f"舍入：{cut_points(line.exact, rounding)}{rounded.zh}",
            )
        )
    return tuple(told)


def _step_text(step: Step, rounding: Rounding) -> Text:
    clause, reason, points = (
        stage_name(step),
        reason_text(step.reason),
        cut_points(step.points, rounding),
    )
    if clause == reason:
        return Text(f"{clause.en}: {points} points", f"{clause.zh}：{points} 分")
    return Text(
        f"{clause.en}: {reason.en}, {points} points", f"{clause.zh}：{reason.zh}，{points} 分"
    )
