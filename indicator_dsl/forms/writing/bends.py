"""What holds the total down or up, one row of the sheet 核算 each, its condition as a formula.

A condition is 1 where it holds, 0 where it does not, and 0.5 while a figure is missing that could
decide it, so that all and any of several are their least and their greatest.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from indicator_dsl.explanation import limit_text, veto_text
from indicator_dsl.forms.writing.book import Book
from indicator_dsl.forms.writing.filled import cell_text
from indicator_dsl.forms.writing.points import points_format
from indicator_dsl.forms.writing.ratios import Ratio, Unsupplied, ratio_of
from indicator_dsl.forms.writing.sheet import Formula, SheetCell, address
from indicator_dsl.forms.writing.sources import leaves_of
from indicator_dsl.forms.writing.wholes import BeyondExact, FormulaTooLong, plus, times, whole
from indicator_dsl.model import AllOf, AnyOf, Comparison, Condition, Expression, Limit, Operator
from indicator_dsl.quantities import half_up, text_from_number
from indicator_dsl.wording import Text

AS_IT_STOOD: Final = Text("as it stood when this was written", "按写入时的事实")
_FLOOR: Final = Text("not below 0", "不低于 0 分")
_HOLDS: Final = Text(
    "numerator: 1 where it holds, 0 where not, 0.5 open", "分子：1 成立，0 不成立，0.5 待定"
)
_SIGNS: Final = {
    Operator.AT_LEAST: ">=",
    Operator.MORE_THAN: ">",
    Operator.AT_MOST: "<=",
    Operator.LESS_THAN: "<",
}
_TRUTHS: Final = {True: "1", False: "0", None: "0.5"}


def add_bends(book: Book) -> None:
    """Adds a row for the floor and for every ceiling, each taking the total of the row above."""
    ruleset, facts = book.card.ruleset, book.card.facts
    if ruleset.extras:
        above = address("points", book.row - 1)
        _add(book, _FLOOR, SheetCell(), f'IF({above}="","",MAX(0,{above}))', "")
    for limit, stood in zip(ruleset.limits, facts.limits, strict=True):
        try:
            truth, remark = _truth_of(book, limit), _HOLDS.in_lang(book.lang)
        except (Unsupplied, BeyondExact, FormulaTooLong):
            truth, remark = _TRUTHS[stood], AS_IT_STOOD.in_lang(book.lang)
        _ceiling(book, limit_text(limit), truth, limit.points, remark)
    for veto in ruleset.vetoes:
        if veto.points is not None:
            truth, remark = _TRUTHS[facts.holds(veto)], AS_IT_STOOD.in_lang(book.lang)
            _ceiling(book, veto_text(veto), truth, veto.points, remark)


def has_bends(book: Book) -> bool:
    """Whether anything holds the total."""
    ruleset = book.card.ruleset
    vetoes = any(veto.points is not None for veto in ruleset.vetoes)
    return bool(ruleset.extras or ruleset.limits or vetoes)


def _truth_of(book: Book, limit: Limit) -> str:
    if limit.condition is None:
        return "1"
    sums = {figure.name: figure.value for figure in book.card.ruleset.derived}
    return truth_text(limit.condition, book.known, sums)


def _ceiling(book: Book, words: Text, truth: str, points: Fraction, remark: str) -> None:
    above, holds = address("points", book.row - 1), address("top", book.row)
    most = text_from_number(half_up(points, book.places))
    undecided = f'IF({above}<={most},{above},"")'
    text = f"IF({holds}=1,MIN({most},{above}),IF({holds}=0,{above},{undecided}))"
    _add(book, words, SheetCell(value=Formula(truth)), f'IF({above}="","",{text})', remark)


def _add(book: Book, words: Text, truth: SheetCell, formula: str, remark: str) -> None:
    points = SheetCell(value=Formula(formula), number_format=points_format(book.places))
    name = cell_text(words.in_lang(book.lang))
    book.add("line", name, *(None,) * 4, truth, None, points, remark)


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
