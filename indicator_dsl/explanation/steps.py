"""Deductions by the step in words: how much, for how far, on which side, down to what.

Counts no steps.
"""

from fractions import Fraction
from typing import Final

from indicator_dsl.explanation.figures import (
    gap_text,
    is_day,
    number_text,
    run_on,
    share_text,
    sides_of,
)
from indicator_dsl.model import Bound, Range, Reading, Steps, TwoSided
from indicator_dsl.quantities import Quantity, Unit
from indicator_dsl.wording import Text, joined

_EITHER: Final = Text(" off the target", "偏离")
_NONE_ASKED: Final = Text("", "")


def steps_text(
    scheme: TwoSided, target: Bound | Range, weight: Fraction, *, in_full: bool = False
) -> Text:
    """Every side's deduction.

    Args:
        scheme: What the rule says of each side.
        target: What the steps are counted from.
        weight: Full points; a ceiling of as much is no ceiling.
        in_full: Whether to say also how a step only begun counts where steps are in proportion.
    """
    low, high = target_ends(target)
    if scheme.below is not None and scheme.below == scheme.above:
        is_none = not high.number and not is_day(high.unit) and sides_of(high.unit)[0] == "少"
        words = _NONE_ASKED if is_none else _EITHER
        return _side_text(scheme.below, high.unit, weight, words, in_full=in_full)
    told = [
        _side_text(steps, unit, weight, _words(unit, is_below=is_below), in_full=in_full)
        for steps, unit, is_below in (
            (scheme.below, low.unit, True),
            (scheme.above, high.unit, False),
        )
        if steps is not None
    ]
    return joined(told, en="; ", zh="；")


def target_ends(target: Bound | Range) -> tuple[Quantity, Quantity]:
    """The least and the greatest value of a target, a day as a count of days."""
    values = (target.low, target.high) if isinstance(target, Range) else (target.value,) * 2
    first, last = (Quantity(each.magnitude / each.unit.factor, each.unit) for each in values)
    return first, last


def _words(unit: Unit, *, is_below: bool) -> Text:
    """The word behind a step and the one before it."""
    zh = sides_of(unit)[0 if is_below else 1]
    if is_day(unit):
        return Text(" early" if is_below else " late", zh)
    return Text(" below" if is_below else " above", zh)


def _side_text(steps: Steps, unit: Unit, weight: Fraction, words: Text, *, in_full: bool) -> Text:
    step = _step(steps, unit)
    points = number_text(steps.points)
    en = f"{points} {'point' if steps.points == 1 else 'points'} off {_each(steps, step)}"
    en += words.en
    full = "满" if steps.reading is Reading.FULL else ""
    of = "目标值的" if steps.of_target is not None else ""
    zh = run_on(f"每{words.zh}{full}{of}", step.zh, f"扣 {points} 分")
    started = _started(steps, step, in_full=in_full)
    if steps.most is None or steps.most >= weight:
        end = Text("down to 0", "扣完为止")
    else:
        most = number_text(steps.most)
        end = Text(f"at most {most} off", f"最多扣 {most} 分")
    return Text(f"{en}{started.en}, {end.en}", f"{zh}{started.zh}，{end.zh}")


def _step(steps: Steps, unit: Unit) -> Text:
    if steps.of_target is not None:
        return share_text(steps.of_target)
    return gap_text(Quantity(steps.width.number, unit) if is_day(unit) else steps.width)


def _each(steps: Steps, step: Text) -> str:
    one = step.en.removeprefix("1 ") if steps.of_target is None else step.en
    of = " of the target" if steps.of_target is not None else ""
    if steps.reading is Reading.FULL:
        return f"for each full {one}{of}"
    part = " or part of it" if steps.reading is Reading.PART else ""
    return f"for each {one}{of}{part}"


def _started(steps: Steps, step: Text, *, in_full: bool) -> Text:
    """How a step that is only begun counts."""
    match steps.reading:
        case Reading.FULL:
            return Text("", run_on("（不足", step.zh, "不扣）"))
        case Reading.PART:
            return Text("", run_on("（不足", step.zh, "按", step.zh, "计）"))
        case _ if in_full:
            return Text(", in proportion", run_on("（不足", step.zh, "按比例扣）"))
        case _:
            return Text("", "")
