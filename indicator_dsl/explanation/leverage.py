"""Which levers a sheet has, and what each costs. Tries none of them."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final, TypeAlias

from attrs import frozen

from indicator_dsl.explanation.levers import Lever
from indicator_dsl.explanation.levers_discrete import ItemsLever, LevelLever
from indicator_dsl.explanation.levers_figures import FigureLever
from indicator_dsl.explanation.levers_measured import MeasuredLever
from indicator_dsl.explanation.trials import Trials
from indicator_dsl.model import Checklist, Judged, Measured, Ruleset, names_in
from indicator_dsl.quantities import Quantity
from indicator_dsl.scoring import LineScore, Scorecard, Status

AnyLever: TypeAlias = Lever | FigureLever
_ONE: Final = Fraction(1)


@frozen(kw_only=True)
class Costs:
    """What the whole way of a lever costs beside the others: 1 unless named, None for never."""

    by_name: Mapping[str, Fraction | None]

    def of(self, name: str, moved: tuple[str, ...] = ()) -> Fraction | None:
        """The cost of a lever, its own or the highest of the lines it moves; None for never.

        Example:
            >>> Costs(by_name={"甲": Fraction(2)}).of("乙", ("甲",))
            Fraction(2, 1)
        """
        if name in self.by_name:
            return self.by_name[name]
        named = [self.by_name[line] for line in moved if line in self.by_name]
        if None in named:
            return None
        return max((cost for cost in named if cost is not None), default=_ONE)


def levers_of(trials: Trials, costs: Costs) -> tuple[AnyLever, ...]:
    """Everything on the sheet that can be changed for more points, in sheet order, then inputs.

    Args:
        trials: The sheet.
        costs: A lever that costs `never` is left out.

    Returns:
        Lines that are worked out have none: their inputs do, where these are known. Lines that do
        not apply, bonuses, penalties and vetoes are left as they are.
    """
    ruleset, card = trials.ruleset, trials.card()
    watched = _watched(ruleset)
    derived = {each.name for each in ruleset.derived}
    inputs = {each.name for each in ruleset.inputs}
    found: list[AnyLever] = []
    for line in card.lines:
        name, price = line.indicator.name, costs.of(line.indicator.name)
        if name in derived or price is None or line.status is Status.NOT_APPLICABLE:
            continue
        is_shared = name in watched or name in inputs
        own = _figure(name, card, trials, costs) if is_shared else _own(line, ruleset, price)
        found += [] if own is None else [own]
    lines = {line.indicator.name for line in card.lines}
    for figure in ruleset.inputs:
        lever = None if figure.name in lines else _figure(figure.name, card, trials, costs)
        found += [] if lever is None or not lever.lines else [lever]
    return tuple(found)


def _watched(ruleset: Ruleset) -> set[str]:
    """Every name that a sum or a condition looks at."""
    names: set[str] = set()
    for figure in ruleset.derived:
        names.update(names_in(figure.value))
    for rule in ruleset.indicators:
        names.update(() if rule.when is None else names_in(rule.when))
    for limit in ruleset.limits:
        names.update(() if limit.condition is None else names_in(limit.condition))
    return names


def _own(line: LineScore, ruleset: Ruleset, price: Fraction) -> AnyLever:
    rounding = ruleset.rounding
    match line.indicator.measure:
        case Judged() as judged:
            return LevelLever(line, judged.scale, rounding, price)
        case Checklist() as checklist:
            return ItemsLever(line, checklist, rounding, price)
        case Measured() as measure:
            return MeasuredLever(line, measure, rounding, price)


def _figure(name: str, card: Scorecard, trials: Trials, costs: Costs) -> FigureLever | None:
    quantity = next((each.quantity for each in card.figures if each.name == name), None)
    line = card.line(name)
    if quantity is None and line is not None and isinstance(line.observed, Quantity):
        quantity = line.observed
    if quantity is None:
        return None
    lever = FigureLever(name, quantity, trials, _ONE)
    price = costs.of(name, lever.lines)
    if price is None:
        return None
    lever.price = price
    return lever
