"""What a check hands back, and the few questions every check asks of a ruleset.

Holds no check and no message.
"""

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction

from attrs import frozen

from indicator_dsl.diagnostics import Diagnostic
from indicator_dsl.model import Bound, Indicator, Measured, Ruleset
from indicator_dsl.quantities import CalendarDay, Unit, text_from_number
from indicator_dsl.source import NOWHERE, Place


@frozen
class Noticed:
    """A diagnostic and the rules it is about, any of which may silence it."""

    diagnostic: Diagnostic
    about: tuple[Indicator, ...]


SheetCheck = Callable[[Ruleset], Iterable[Noticed]]
RuleCheck = Callable[[Indicator], Iterable[Noticed]]
"""What it says follows from the rule's name, measure and weight; it points at the rule alone."""


def is_sheet(ruleset: Ruleset) -> bool:
    """Whether the ruleset is a score sheet; one rule by itself and a profile are none.

    Example:
        >>> from indicator_dsl.model import Rounding
        >>> from indicator_dsl.quantities import UnitTable
        >>> is_sheet(Ruleset(total=Fraction(0), rounding=Rounding(), units=UnitTable(),
        ...                  indicators=()))
        False
    """
    is_framed = bool(ruleset.title or ruleset.sections)
    return len(ruleset.indicators) > 1 or (is_framed and bool(ruleset.indicators))


def measured(ruleset: Ruleset) -> Iterator[tuple[Indicator, Measured]]:
    """Every rule with a target in figures or days."""
    for rule in ruleset.indicators:
        if isinstance(rule.measure, Measured):
            yield rule, rule.measure


def unit_of(measure: Measured) -> Unit:
    """The unit of a target; that of its upper end for a range."""
    target = measure.target
    return target.value.unit if isinstance(target, Bound) else target.high.unit


def is_share(unit: Unit) -> bool:
    """Whether a unit tells a share: per cent and its like, but not percentage points."""
    return bool(unit.text) and not unit.dimension and not unit.is_difference


def is_day(measure: Measured) -> bool:
    """Whether the target is a day of the calendar."""
    target = measure.target
    return isinstance(target, Bound) and isinstance(target.value, CalendarDay)


def first_of(*places: Place) -> Place:
    """The first place that is somewhere."""
    return next((place for place in places if place is not NOWHERE), NOWHERE)


def figure(number: Fraction, places: int = 4) -> str:
    """A number for reading: exact where it is short, else with at most `places` decimals and ≈.

    Example:
        >>> figure(Fraction(5, 2)), figure(Fraction(1, 3))
        ('2.5', '≈0.3333')
    """
    scaled = number * 10**places
    if scaled.denominator == 1:
        return text_from_number(number)
    return "≈" + text_from_number(Fraction(round(scaled), 10**places))
