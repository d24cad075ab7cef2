"""A line scored half by the old sheet and half by the new one, by the engine itself.

Builds rules and asks for their scores; works out no points of its own.
"""

from collections.abc import Mapping
from enum import Enum
from fractions import Fraction

from attrs import evolve

from indicator_dsl.explanation.card_pairs import CardPair
from indicator_dsl.explanation.figures import is_plain
from indicator_dsl.explanation.keys import is_written_alike
from indicator_dsl.explanation.matching import Match
from indicator_dsl.methods import MethodUnfitError, NoShareError, carried, unit_of_target
from indicator_dsl.model import (
    Actuals,
    Bound,
    CardShares,
    Checklist,
    Entry,
    Indicator,
    Judged,
    Measured,
    Range,
    Rounding,
    Ruleset,
    Scale,
    names_in,
)
from indicator_dsl.quantities import MAX_WHOLE_DIGITS, Quantity, Unit
from indicator_dsl.scoring import LineScore, evaluate


class Factor(Enum):
    """What a line's points hang on; each can be taken from the old sheet or from the new one.

    Performance is what was achieved. Targets are what is asked for. Weights are the points of the
    line, and what its section makes of them. Methods are all else the rule says: method, guards,
    levels, items, conditions and how figures are worked out.
    """

    PERFORMANCE = "performance"
    TARGETS = "targets"
    WEIGHTS = "weights"
    METHODS = "methods"


def share_of_card(rule: Indicator, ruleset: Ruleset) -> Fraction:
    """What a point of the line is worth on the card: not 1 where its section is scaled."""
    return CardShares.of(ruleset.sections).under(rule.section)


def points_on_card(line: LineScore, ruleset: Ruleset) -> Fraction:
    """A settled line's points as they count on the card, before any rounding; 0 when dropped."""
    exact = Fraction(0) if line.is_dropped or line.exact is None else line.exact
    return exact * share_of_card(line.indicator, ruleset)


def hybrid_points(pair: CardPair, match: Match, new: frozenset[Factor]) -> Fraction | None:
    """What a line comes to when these factors are taken from the new sheet, the rest from the old.

    Returns:
        Points as they count on the card, before any rounding; None where the language would refuse
        such a rule, or the actual cannot be read or settled by it.
    """
    of_new = {factor: factor in new for factor in Factor}
    rules = {True: match.after, False: match.before}
    by_factor = {factor: rules[is_new] for factor, is_new in of_new.items()}
    said, asked, weighed = (
        by_factor[factor] for factor in (Factor.METHODS, Factor.TARGETS, Factor.WEIGHTS)
    )
    if match.before is None or match.after is None:
        return None
    if said is None or asked is None or weighed is None:
        return None
    is_alike = is_written_alike(match.before, match.after)
    worth = Fraction(1) if is_alike else weighed.weight / said.weight
    measure = _measure(said, asked, weighed.weight, worth)
    if measure is None:
        return None
    rule = evolve(said, measure=measure, weight=weighed.weight, section=())
    ruleset = pair.card(is_new=of_new[Factor.METHODS]).ruleset
    needed = _needed(rule, ruleset)
    entries = _entries(pair, rule, needed, of_new)
    if entries is None or not _takes_figure(rule, ruleset):
        return None
    others = pair.asking[of_new[Factor.METHODS]].rules
    alone = _alone(rule, ruleset, [others[name] for name in needed if name in others])
    card = evaluate(alone, Actuals(entries=entries))
    line = card.lines[0]
    if not line.is_settled:
        return None
    exact = Fraction(0) if line.is_dropped or line.exact is None else line.exact
    home = pair.card(is_new=of_new[Factor.WEIGHTS]).ruleset
    return exact * share_of_card(weighed, home)


def _measure(
    said: Indicator, asked: Indicator, weight: Fraction, worth: Fraction
) -> Measured | Judged | Checklist | None:
    """The measure of one rule with the target of another, for a weight.

    `worth` is what the points it states are multiplied by; those of a checklist always add up to
    the weight.
    """
    if isinstance(said.measure, Measured):
        if not isinstance(asked.measure, Measured):
            return None
        if said.measure.target == asked.measure.target and weight == said.weight:
            return said.measure
        return _carried(said.measure, asked.measure, weight, worth)
    if target_of(said) != target_of(asked):
        return None
    if isinstance(said.measure, Judged):
        return said.measure
    share = weight / said.weight
    items = (evolve(item, points=item.points * share) for item in said.measure.items)
    return Checklist(items=tuple(items))


def target_of(rule: Indicator) -> Bound | Range | Scale | None:
    """What a line asks for besides its method; None for levels and items, which are its method."""
    measure = rule.measure
    if isinstance(measure, Measured):
        return measure.target
    return measure.scale if isinstance(measure, Judged) and measure.scale.is_answer else None


def _carried(
    measure: Measured, other: Measured, weight: Fraction, worth: Fraction
) -> Measured | None:
    try:
        return carried(measure, other.target, weight=weight, worth=worth)
    except (MethodUnfitError, NoShareError):
        return None


def _alone(rule: Indicator, ruleset: Ruleset, needed: list[Indicator]) -> Ruleset:
    """A sheet of that rule and the lines it needs, nothing rounded and nothing scaled."""
    others = (evolve(each, section=()) for each in needed if each.name != rule.name)
    return evolve(
        ruleset,
        rounding=Rounding(each=False),
        grades=None,
        sections=(),
        indicators=(rule, *others),
        checks=(),
        limits=(),
        vetoes=(),
        extras=(),
        examples=(),
    )


def _needed(rule: Indicator, ruleset: Ruleset) -> set[str]:
    """Every name the line's figure and condition hang on."""
    needed = {rule.name}
    if rule.when is not None:
        needed.update(names_in(rule.when))
    for figure in reversed(ruleset.derived):
        if figure.name in needed:
            needed.update(names_in(figure.value))
    return needed


def _takes_figure(rule: Indicator, ruleset: Ruleset) -> bool:
    """Whether a figure that feeds the line is counted in what the line asks for."""
    units = [each.unit for each in ruleset.inputs if each.name == rule.name]
    units += [each.unit for each in ruleset.derived if each.name == rule.name]
    if not units:
        return True
    measure = rule.measure
    return isinstance(measure, Measured) and all(
        unit.is_same_measure(unit_of_target(measure.target)) for unit in units
    )


def _entries(
    pair: CardPair, rule: Indicator, needed: set[str], of_new: Mapping[Factor, bool]
) -> tuple[Entry, ...] | None:
    """What was handed in, numbers told in the unit they were read in; None where that is lost."""
    is_new, for_new = of_new[Factor.PERFORMANCE], of_new[Factor.METHODS]
    handed, units = pair.handed[is_new, for_new], pair.asking[for_new].units
    kept: list[Entry] = []
    for name in needed:
        entry, quantity, unit = handed.entries.get(name), handed.read.get(name), units.get(name)
        if name == rule.name and isinstance(rule.measure, Measured):
            unit = unit_of_target(rule.measure.target)
        if entry is None:
            continue
        if entry.cell is not None and quantity is not None and unit is not None:
            told = _told_in(quantity, unit)
            if told is None:
                return None
            entry = evolve(entry, cell=told or entry.cell)
        kept.append(entry)
    return tuple(kept)


def _told_in(quantity: Quantity, unit: Unit) -> str | None:
    """The amount as a cell says it for a target in another unit; empty where it may stay as it is.

    None where it cannot be told.
    """
    if not quantity.unit.is_same_measure(unit):
        return None
    if quantity.unit.factor == unit.factor:
        return ""
    told = quantity.in_unit(unit)
    if not is_plain(told.number) or abs(told.number) >= 10**MAX_WHOLE_DIGITS:
        return None
    return str(told)
