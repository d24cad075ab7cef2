"""The same measure scored twice: two rules alike, or a rule beside a rate made of the same sum."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from indicator_dsl import codes
from indicator_dsl.checks.likeness import is_one_apart, measure_key
from indicator_dsl.checks.noticed import Noticed, first_of, measured, unit_of
from indicator_dsl.checks.words import bare_name, check_words, ends_in
from indicator_dsl.diagnostics import Label
from indicator_dsl.model import (
    Bound,
    Derived,
    Indicator,
    Measured,
    Name,
    Operation,
    Operator,
    Ruleset,
)
from indicator_dsl.quantities.units import Dimension
from indicator_dsl.source import Place
from indicator_dsl.wording import Text

_LARGEST_GROUP = 60
_SHORTEST = 3


def measured_twice(ruleset: Ruleset) -> Iterator[Noticed]:
    """Rules with the same target and nearly the same name."""
    groups: dict[object, list[Indicator]] = {}
    for rule, measure in measured(ruleset):
        groups.setdefault(asked_of(measure), []).append(rule)
    for group in groups.values():
        for first, second in combinations(group[:_LARGEST_GROUP], 2):
            if is_same_thing(first.name, second.name):
                yield _twice(second, first, first_of(first.marks.name, first.place))


def asked_of(measure: Measured) -> tuple[Operator | Fraction, Fraction, Dimension]:
    """What makes two targets the same whatever they are written in: operator, amount, dimension."""
    target, dimension = measure.target, unit_of(measure).dimension
    if isinstance(target, Bound):
        return (target.operator, target.value.magnitude, dimension)
    return (target.low.magnitude, target.high.magnitude, dimension)


def is_same_thing(name: str, other: str) -> bool:
    """Whether two names mean one measure.

    Example:
        >>> is_same_thing("年办件量", "全年办件数量"), is_same_thing("年办件量", "满意度")
        (True, False)
    """
    key, known = measure_key(name), measure_key(other)
    short, long = sorted((key, known), key=len)
    is_inside = len(short) >= _SHORTEST and ends_in(long, short)
    return key == known or is_inside or is_one_apart(name, other)


def _twice(rule: Indicator, other: Indicator, at: Place, words: Text | None = None) -> Noticed:
    label = Label(at, words or Text("and this", "与此处"))
    found = codes.MEASURED_TWICE.at(
        first_of(rule.marks.name, rule.place), label, name=rule.name, other=other.name
    )
    return Noticed(found, (rule, other))


def shared_numerator(ruleset: Ruleset) -> Iterator[Noticed]:
    """A scored rate beside a rule, or another scored rate, of the very sum the rate divides."""
    rates = list(_rates(ruleset))
    for rule, figure, top in rates:
        words = Text("divides the same amount", "其分子为同一数据")
        for other, measure in measured(ruleset):
            is_its_sum = isinstance(top, Name) and other.name == top.name
            if other is not rule and (is_its_sum or _is_spending(ruleset, top, other, measure)):
                yield _twice(other, rule, figure.place, words)
    for (rule, figure, top), (other, known, known_top) in combinations(rates[:_LARGEST_GROUP], 2):
        if top == known_top and figure.unit.is_same_measure(known.unit):
            yield _twice(other, rule, figure.place, Text("divides the same amount", "分子相同"))


def _rates(ruleset: Ruleset) -> Iterator[tuple[Indicator, Derived, object]]:
    """Every scored quotient with its numerator."""
    derived = {figure.name: figure for figure in ruleset.derived}
    for rule, _ in measured(ruleset):
        figure = derived.get(rule.name)
        if figure and isinstance(figure.value, Operation) and figure.value.symbol == "/":
            yield rule, figure, figure.value.left


def _is_spending(ruleset: Ruleset, top: object, other: Indicator, measure: Measured) -> bool:
    """Whether a rule holds down the whole spending that a rate's numerator executes."""
    if not isinstance(top, Name) or not measure.target.operator.wants_less:
        return False
    units = {figure.name: figure.unit for figure in ruleset.inputs}
    units |= {figure.name: figure.unit for figure in ruleset.derived}
    unit = units.get(top.name)
    if unit is None or not unit.dimension or not unit.is_same_measure(unit_of(measure)):
        return False
    is_executed = check_words("spending", "executed").within(top.name.lower())
    return bool(is_executed) and is_whole_spending(other.name)


def is_whole_spending(name: str) -> bool:
    """Whether a name means everything that is spent, not a part or the price of one piece.

    Example:
        >>> is_whole_spending("年度项目成本"), is_whole_spending("培训成本")
        (True, False)
    """
    return bool(check_words("spending", "total").ending(bare_name(name)))
