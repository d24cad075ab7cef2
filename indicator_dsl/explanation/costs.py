"""What it costs to change a line beside the others, as a caller writes it. Weighs nothing."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Final

from indicator_dsl import codes
from indicator_dsl.diagnostics import Collector
from indicator_dsl.explanation.suppositions import did_you_mean
from indicator_dsl.model import Ruleset
from indicator_dsl.quantities import NotANumber, number_from_python, number_from_text
from indicator_dsl.wording import Text, name_from_text

_NEVER: Final = ("never", "不可")
_NOT_POSITIVE: Final = Text("it is not above 0", "须大于 0")
_NOT_READ: Final = Text("neither a number nor never", "不是数，也不是 never（不可）")


def costs_from(
    ruleset: Ruleset, wanted: Iterable[tuple[str, object]], collector: Collector
) -> dict[str, Fraction | None]:
    """Costs by indicator or input; None for what cannot be changed.

    Args:
        ruleset: Says which names there are.
        wanted: Names with a number above 0, its text, or `never` (`不可`, None).
        collector: Takes a name that the ruleset does not have (IND809) and what is no cost
            (IND853).

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> rules = parse_ruleset("年办件量 >= 9 件 weight 20").model
        >>> costs_from(rules, [("年办件量", "1.5")], Collector())
        {'年办件量': Fraction(3, 2)}
    """
    known = [*(rule.name for rule in ruleset.indicators), *(each.name for each in ruleset.inputs)]
    costs: dict[str, Fraction | None] = {}
    for written, cost in wanted:
        name = name_from_text(written)
        if name not in known:
            near = did_you_mean(name, known)
            collector.add(codes.NO_SUCH_INDICATOR.of_file(name, nearest=near))
            continue
        read = _cost(cost)
        if isinstance(read, Text):
            collector.add(codes.COST_UNREADABLE.of_file(str(cost), why=read))
            continue
        costs[name] = read
    return costs


def _cost(cost: object) -> Fraction | Text | None:
    if cost is None or (isinstance(cost, str) and cost.strip() in _NEVER):
        return None
    try:
        match cost:
            case str():
                number = number_from_text(cost.strip())
            case int() | float() | Decimal() | Fraction():
                number = number_from_python(cost)
            case _:
                return _NOT_READ
    except NotANumber:
        return _NOT_READ
    return number if number > 0 else _NOT_POSITIVE
