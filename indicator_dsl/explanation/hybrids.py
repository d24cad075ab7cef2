"""A line scored half by the old sheet and half by the new one, by the engine itself.

Builds rules and asks for their scores; works out no points of its own.
"""

from collections.abc import Mapping
from enum import Enum
from fractions import Fraction

from attrs import evolve, frozen

from indicator_dsl.explanation.figures import is_plain
from indicator_dsl.explanation.keys import is_written_alike
from indicator_dsl.explanation.matching import Match
from indicator_dsl.methods import MethodUnfitError, NoShareError, carried, unit_of_target
from indicator_dsl.model import (
    Actuals,
    Bound,
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
    weight_on_card,
)
from indicator_dsl.quantities import MAX_WHOLE_DIGITS, Quantity, Unit
from indicator_dsl.scoring import LineScore, Scorecard, evaluate


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


@frozen(kw_only=True)
class CardPair:
    """Two cards, and the new name of every line that goes by another name on the old one."""

    before: Scorecard
    after: Scorecard
    renamed: Mapping[str, str]

    def card(self, *, is_new: bool) -> Scorecard:
        """One of the two."""
        return self.after if is_new else self.before

    def entries(self, *, of_new: bool, for_new: bool) -> dict[str, Entry]:
        """What was handed in for one card, under the names of the other."""
        names = self.renamed if for_new else {new: old for old, new in self.renamed.items()}
        entries = self.card(is_new=of_new).actuals.entries
        if of_new == for_new:
            return {entry.name: entry for entry in entries}
        told = [evolve(entry, name=names.get(entry.name, entry.name)) for entry in entries]
        return {entry.name: entry for entry in told}


def share_of_card(rule: Indicator, ruleset: Ruleset) -> Fraction:
    """What a point of the line is worth on the card: not 1 where its section is scaled."""
    return weight_on_card(rule, ruleset.sections) / rule.weight


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
    entries = _entries(pair, rule, ruleset, of_new)
    if entries is None or not _takes_figure(rule, ruleset):
        return None
    card = evaluate(_alone(rule, ruleset), Actuals(entries=entries))
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


def _alone(rule: Indicator, ruleset: Ruleset) -> Ruleset:
    """A sheet of that rule and the figures it needs, nothing rounded and nothing scaled."""
    needed = _needed(rule, ruleset)
    others = tuple(
        evolve(each, section=())
        for each in ruleset.indicators
        if each.name in needed and each.name != rule.name
    )
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
    pair: CardPair, rule: Indicator, ruleset: Ruleset, of_new: Mapping[Factor, bool]
) -> tuple[Entry, ...] | None:
    """What was handed in, numbers told in the unit they were read in; None where that is lost."""
    is_new, for_new = of_new[Factor.PERFORMANCE], of_new[Factor.METHODS]
    entries = pair.entries(of_new=is_new, for_new=for_new)
    read = _read(pair, is_new=is_new, for_new=for_new)
    wanted: dict[str, Unit] = {figure.name: figure.unit for figure in ruleset.inputs}
    for each in (*ruleset.indicators, rule):
        if isinstance(each.measure, Measured):
            wanted[each.name] = unit_of_target(each.measure.target)
    kept: list[Entry] = []
    for name in _needed(rule, ruleset):
        entry, quantity, unit = entries.get(name), read.get(name), wanted.get(name)
        if entry is None:
            continue
        if entry.cell is not None and quantity is not None and unit is not None:
            told = _told_in(quantity, unit)
            if told is None:
                return None
            entry = evolve(entry, cell=told or entry.cell)
        kept.append(entry)
    return tuple(kept)


def _read(pair: CardPair, *, is_new: bool, for_new: bool) -> dict[str, Quantity]:
    """Every amount as its own card read it, in the unit of its own target or declaration."""
    card = pair.card(is_new=is_new)
    read = {
        figure.name: figure.quantity
        for figure in card.figures
        if figure.quantity is not None and not figure.is_derived
    }
    derived = {figure.name for figure in card.figures if figure.is_derived}
    for line in card.lines:
        measure, seen = line.indicator.measure, line.observed
        name = line.indicator.name
        if name in derived or name in read or not isinstance(measure, Measured):
            continue
        unit = unit_of_target(measure.target)
        if isinstance(seen, Quantity) and seen.unit.is_same_measure(unit):
            read[name] = seen.in_unit(unit)
    if is_new == for_new:
        return read
    names = pair.renamed if for_new else {new: old for old, new in pair.renamed.items()}
    return {names.get(name, name): quantity for name, quantity in read.items()}


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
