"""Conditions over figures as formulas, exact like all others.

A condition is 1 where it holds, 0 where it does not, and 0.5 while a figure is missing that could
decide it, so that all and any of several are their least and their greatest.
"""

from collections.abc import Mapping
from typing import Final

from indicator_dsl.forms.writing.ratios import Ratio, ratio_of
from indicator_dsl.forms.writing.sources import leaves_of
from indicator_dsl.forms.writing.wholes import plus, times, whole
from indicator_dsl.model import AllOf, AnyOf, Comparison, Condition, Expression, Operator

TRUTHS: Final = {True: "1", False: "0", None: "0.5"}
_SIGNS: Final = {
    Operator.AT_LEAST: ">=",
    Operator.MORE_THAN: ">",
    Operator.AT_MOST: "<=",
    Operator.LESS_THAN: "<",
}


def truth_text(
    condition: Condition, known: Mapping[str, Ratio], derived: Mapping[str, Expression]
) -> str:
    """The formula that is 1, 0 or 0.5 as a condition holds, does not, or is open.

    Raises:
        Unsupplied: when a cell is missing from the workbook.
        BeyondExact: when a number on the way can pass what a spreadsheet holds exactly.
        FormulaTooLong: when it does not fit into a cell.

    Example:
        >>> from fractions import Fraction
        >>> from indicator_dsl.forms.writing.wholes import cell
        >>> from indicator_dsl.model import Constant, Name
        >>> from indicator_dsl.quantities import BARE, Quantity
        >>> known = {"办件量": Ratio(Fraction(1), cell("D5", 900), whole(1))}
        >>> nine = Constant(value=Quantity(Fraction(9), BARE))
        >>> truth_text(Comparison(operator=Operator.LESS_THAN, left=Name(name="办件量"),
        ...                       right=nine), known, {})
        'IF(D5="",0.5,IF(D5<9,1,0))'
    """
    match condition:
        case Comparison():
            return _compared(condition, known, derived)
        case AllOf() | AnyOf():
            parts = ",".join(truth_text(part, known, derived) for part in condition.parts)
            return f"{'MIN' if isinstance(condition, AllOf) else 'MAX'}({parts})"


def _compared(
    condition: Comparison, known: Mapping[str, Ratio], derived: Mapping[str, Expression]
) -> str:
    left = ratio_of(condition.left, known, derived)
    right = ratio_of(condition.right, known, derived)
    one = times(left.numerator, right.denominator)
    two = times(right.numerator, left.denominator)
    sign = _SIGNS.get(condition.operator, "=")
    below = times(left.denominator, right.denominator)
    if below.constant is None:  # what both sides were multiplied by may lie below zero
        difference = plus(one, times(whole(-1), two))
        test = f"SIGN({below.text})*({difference.text}){sign}0"
    else:
        test = f"{one.text}{sign}{two.text}"
    text = f"IF({test},1,0)"
    zeros = tuple(dict.fromkeys(f"{divisor}=0" for divisor in (*left.divisors, *right.divisors)))
    blanks = dict.fromkeys(
        f'{known[name].above.text}=""'
        for side in (condition.left, condition.right)
        for name in leaves_of(side, derived)
    )
    for tests in (zeros, tuple(blanks)):
        if tests:
            unless = tests[0] if len(tests) == 1 else f"OR({','.join(tests)})"
            text = f"IF({unless},0.5,{text})"
    return text
