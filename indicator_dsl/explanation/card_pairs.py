"""Two cards made ready to be compared: what was handed in for each, under the names of the other.

Reads what the engine read, and scores nothing.
"""

from collections.abc import Mapping

from attrs import evolve, frozen

from indicator_dsl.methods import unit_of_target
from indicator_dsl.model import Entry, Indicator, Measured, Ruleset
from indicator_dsl.quantities import Quantity, Unit
from indicator_dsl.scoring import Scorecard


@frozen
class Handed:
    """What was handed in for one card, under the names of the other, and every amount it holds.

    `read` has each amount as its own card read it, in the unit of its own target or declaration.
    """

    entries: Mapping[str, Entry]
    read: Mapping[str, Quantity]


@frozen
class Asking:
    """A sheet by name: its rules, and the unit each amount is counted in."""

    rules: Mapping[str, Indicator]
    units: Mapping[str, Unit]


@frozen(kw_only=True)
class CardPair:
    """Two cards; what either of them holds, made ready once for every line.

    `handed` is by whose actuals they are and for whose sheet they are named: true for the new one.
    """

    before: Scorecard
    after: Scorecard
    handed: Mapping[tuple[bool, bool], Handed]
    asking: Mapping[bool, Asking]

    def card(self, *, is_new: bool) -> Scorecard:
        """One of the two."""
        return self.after if is_new else self.before


def card_pair(before: Scorecard, after: Scorecard, renamed: Mapping[str, str]) -> CardPair:
    """Two cards as a pair, `renamed` being the new name of every line that had another before."""
    turned = {new: old for old, new in renamed.items()}
    old, new = _handed(before), _handed(after)
    return CardPair(
        before=before,
        after=after,
        handed={
            (False, False): old,
            (True, True): new,
            (False, True): _named(old, renamed),
            (True, False): _named(new, turned),
        },
        asking={False: _asking(before.ruleset), True: _asking(after.ruleset)},
    )


def _named(handed: Handed, names: Mapping[str, str]) -> Handed:
    entries = [evolve(e, name=names.get(name, name)) for name, e in handed.entries.items()]
    read = {names.get(name, name): quantity for name, quantity in handed.read.items()}
    return Handed({entry.name: entry for entry in entries}, read)


def _handed(card: Scorecard) -> Handed:
    read = {
        figure.name: figure.quantity
        for figure in card.figures
        if figure.quantity is not None and not figure.is_derived
    }
    derived = {figure.name for figure in card.figures if figure.is_derived}
    for line in card.lines:
        measure, seen, name = line.indicator.measure, line.observed, line.indicator.name
        if name in derived or name in read or not isinstance(measure, Measured):
            continue
        unit = unit_of_target(measure.target)
        if isinstance(seen, Quantity) and seen.unit.is_same_measure(unit):
            read[name] = seen.in_unit(unit)
    return Handed({entry.name: entry for entry in card.actuals.entries}, read)


def _asking(ruleset: Ruleset) -> Asking:
    units = {figure.name: figure.unit for figure in ruleset.inputs}
    for rule in ruleset.indicators:
        if isinstance(rule.measure, Measured):
            units[rule.name] = unit_of_target(rule.measure.target)
    return Asking({rule.name: rule for rule in ruleset.indicators}, units)
