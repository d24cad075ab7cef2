"""How a figure of the sheet was worked out, with the figures put in. Works nothing out itself."""

from collections.abc import Mapping
from typing import Final

from indicator_dsl.explanation.figures import quantity_text
from indicator_dsl.model import Constant, Expression, Name, Negative, Operation, Ruleset, names_in
from indicator_dsl.quantities import Quantity
from indicator_dsl.scoring import Figure
from indicator_dsl.wording import Text, same

_BINDING: Final = {"+": 1, "-": 1, "*": 2, "/": 2}
_TIGHTEST: Final = 3
_SIGNS: Final = {"*": "×", "-": "−"}


def derivation_of(
    name: str, ruleset: Ruleset, figures: tuple[Figure, ...], outcome: Quantity | None = None
) -> Text | None:
    """The sum a derived figure comes from, in names and then in figures; None for any other name.

    Args:
        name: A figure's or an indicator's.
        ruleset: Says how the figure is worked out.
        figures: What is known; a figure that is not leaves the sum in names alone.
        outcome: What the sum came to, in the unit to tell it in; None when that is unknown.

    Example:
        >>> from fractions import Fraction
        >>> from indicator_dsl.model import Derived, Rounding
        >>> from indicator_dsl.quantities import BARE, UnitTable
        >>> rate = Operation(symbol="/", left=Name(name="执行数"), right=Name(name="预算数"))
        >>> sheet = Ruleset(total=Fraction(100), rounding=Rounding(), units=UnitTable(),
        ...                 derived=(Derived(name="执行率", value=rate, unit=BARE),), indicators=())
        >>> print(derivation_of("执行率", sheet, ()))
        执行率 = 执行数 / 预算数
    """
    derived = next((each for each in ruleset.derived if each.name == name), None)
    if derived is None:
        return None
    known = {each.name: each.quantity for each in figures if each.quantity is not None}
    in_names = f"{name} = {expression_text(derived.value, {}).en}"
    if not known.keys() >= set(names_in(derived.value)):
        return same(in_names)
    in_figures = expression_text(derived.value, known)
    result = Text("", "") if outcome is None else quantity_text(outcome)
    return Text(
        f"{in_names} = {in_figures.en}{_equals(result.en)}",
        f"{in_names} = {in_figures.zh}{_equals(result.zh)}",
    )


def _equals(result: str) -> str:
    if not result:
        return ""
    return f" ≈ {result[1:]}" if result.startswith("≈") else f" = {result}"


def expression_text(what: Expression, known: Mapping[str, Quantity], binding: int = 0) -> Text:
    """A sum in names, with figures in the place of those known; bracketed to stand in `binding`."""
    match what:
        case Name():
            quantity = known.get(what.name)
            return same(what.name) if quantity is None else quantity_text(quantity)
        case Constant():
            return quantity_text(what.value)
        case Negative():
            operand = expression_text(what.operand, known, _TIGHTEST)
            return Text(f"−{operand.en}", f"−{operand.zh}")
        case Operation():
            return _operation(what, known, binding)


def _operation(what: Operation, known: Mapping[str, Quantity], binding: int) -> Text:
    own = _BINDING[what.symbol]
    left = expression_text(what.left, known, own)
    right = expression_text(what.right, known, own + 1)
    sign = _SIGNS.get(what.symbol, what.symbol)
    en, zh = f"{left.en} {sign} {right.en}", f"{left.zh} {sign} {right.zh}"
    return Text(en, zh) if own >= binding else Text(f"({en})", f"（{zh}）")
