"""Targets that are shares of a whole: above it, exactly it, or written as a ratio."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from indicator_dsl import codes
from indicator_dsl.checks.directions import pointer_of
from indicator_dsl.checks.noticed import Noticed, first_of, is_share, measured, unit_of
from indicator_dsl.checks.words import bare_name, check_words
from indicator_dsl.model import Bound, Indicator, Measured, Operator, Ruleset
from indicator_dsl.quantities import CalendarDay, Quantity, text_from_number

_WHOLE: Final = Fraction(1)
_CENT: Final = 100


def is_part_of_whole(name: str) -> bool | None:
    """Whether a name tells a share of a whole; False for a rate without end, None for neither.

    Example:
        >>> [is_part_of_whole(name) for name in ("群众满意率", "收入增长率", "办件量")]
        [True, False, None]
    """
    bare = bare_name(name)
    whole = check_words("shares", "whole").ending(bare)
    without_end = check_words("shares", "open").ending(bare)
    if not whole and not without_end:
        return None
    return len(whole) > len(without_end)


def over_whole(rule: Indicator) -> Iterator[Noticed]:
    """A target above 100 % of a share of a whole, which nobody can meet."""
    measure = rule.measure
    if not isinstance(measure, Measured) or not _is_share_of_whole(rule, measure):
        return
    target = measure.target
    if not isinstance(target, Bound):
        is_over = target.low.magnitude > _WHOLE
    elif target.operator is Operator.MORE_THAN:
        is_over = target.value.magnitude >= _WHOLE
    else:
        wants = target.operator in (Operator.AT_LEAST, Operator.EQUAL)
        is_over = wants and target.value.magnitude > _WHOLE
    if is_over:
        place = first_of(rule.marks.target, rule.place)
        found = codes.SHARE_OVER_WHOLE.at(place, name=rule.name, target=target)
        yield Noticed(found, (rule,))


def exactly_whole(ruleset: Ruleset) -> Iterator[Noticed]:
    """Targets of at least 100 %, which only 100 % itself can meet.

    What is worked out from other figures may well come to more.
    """
    derived = {figure.name for figure in ruleset.derived}
    for rule, measure in _shares(ruleset):
        target = measure.target
        if (
            rule.name not in derived
            and isinstance(target, Bound)
            and target.operator is Operator.AT_LEAST
            and target.value.magnitude == _WHOLE
        ):
            place = first_of(rule.marks.target, rule.place)
            found = codes.SHARE_EXACTLY_WHOLE.at(
                place, name=rule.name, target=target, weight=text_from_number(rule.weight)
            )
            yield Noticed(found, (rule,))


def _shares(ruleset: Ruleset) -> Iterator[tuple[Indicator, Measured]]:
    for rule, measure in measured(ruleset):
        if _is_share_of_whole(rule, measure):
            yield rule, measure


def _is_share_of_whole(rule: Indicator, measure: Measured) -> bool:
    return is_share(unit_of(measure)) and bool(is_part_of_whole(rule.name))


def written_as_ratio(rule: Indicator) -> Iterator[Noticed]:
    """A target like 0.95 without a unit where a percentage is meant, and 0.95 % for 95 %."""
    measure = rule.measure
    if not isinstance(measure, Measured):
        return
    target = measure.target
    if not isinstance(target, Bound) or isinstance(target.value, CalendarDay):
        return
    if not _is_ratio(rule, target, target.value) or is_part_of_whole(rule.name) is None:
        return
    meant = f"{text_from_number(target.value.number * _CENT)} %"
    found = codes.PERCENTAGE_AS_RATIO.at(
        first_of(rule.marks.target, rule.place),
        name=rule.name,
        written=target.value,
        meant=meant,
        turned=f"{target.operator.value} {meant}",
    )
    yield Noticed(found, (rule,))


def _is_ratio(rule: Indicator, target: Bound, value: Quantity) -> bool:
    if not 0 < value.number <= 1:
        return False
    unit = value.unit
    if not unit.text and not unit.dimension:
        return True
    pointer = pointer_of(rule.name)
    is_wanted = target.operator.wants_more and pointer is not None and pointer.wants_more
    return is_share(unit) and is_wanted and value.number < 1 and unit.factor == Fraction(1, _CENT)
