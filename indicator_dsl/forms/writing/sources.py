"""Where the figure of a line comes from, as whole-number formulas for a curve to be drawn over.

A cell somebody enters, a level, the items of a checklist, or a sum over other cells.
"""

from collections.abc import Mapping
from fractions import Fraction
from math import lcm
from typing import Final

from attrs import frozen

from indicator_dsl.curves import Curve, Map, Piece, curve_of
from indicator_dsl.forms.writing.branches import NOTHING, Figure, Scale
from indicator_dsl.forms.writing.held import Held
from indicator_dsl.forms.writing.ratios import Ratio, ratio_of
from indicator_dsl.forms.writing.sheet import Formula, SheetCell, address, quoted
from indicator_dsl.forms.writing.wholes import FormulaTooLong, Whole, cell, whole
from indicator_dsl.model import Checklist, Expression, Scale as Levels, names_in
from indicator_dsl.quantities import text_from_number

_MOST_IN_QUOTES: Final = 250  # characters of a text inside a formula
_MOST_ITEMS: Final = 100
_SHARES: Final = 10**6
YES, NO = "是", "否"


@frozen(kw_only=True)
class Source:
    """A line's figure: its cells 取值, 整数值 and 除数, and the curve drawn over it.

    `above` and `below` are what the formulas of the two cells can be at most; `figure` speaks of
    the cells themselves. `most` is the most points there are where the curve has no end.
    """

    value: SheetCell
    above: SheetCell
    below: SheetCell
    figure: Figure
    scale: Scale
    curve: Curve
    most: Fraction | None = None


def entered(row: int, value: SheetCell, held: Held, curve: Curve, *, digits: "Digits") -> Source:
    """A number that somebody enters, on the form or in the cell 取值 itself."""
    shown = address("value", row)
    most = digits.most * digits.steps
    return Source(
        value=value,
        above=SheetCell(value=Formula(digits.whole_of(shown))),
        below=SheetCell(value=Fraction(digits.steps)),
        figure=Figure(
            above=cell(address("above", row), most), below=whole(digits.steps), shown=shown
        ),
        scale=held.scale,
        curve=curve,
    )


@frozen
class Digits:
    """How large a number may be, and how many decimals of it count."""

    most: int
    decimals: int

    @property
    def steps(self) -> int:
        """How many steps of the last decimal make one."""
        steps: int = 10**self.decimals
        return steps

    def whole_of(self, at: str) -> str:
        """The formula that counts the steps in a cell; nothing when it holds anything else.

        Example:
            >>> Digits(1000, 2).whole_of("C5")
            'IF(ISNUMBER(C5),IF(ABS(C5)<=1000,IF(ROUND(C5*100,0)/100=C5,ROUND(C5*100,0),""),""),"")'
        """
        steps = self.steps
        scaled = f"ROUND({at}*{steps},0)" if steps > 1 else f"ROUND({at},0)"
        back = f"{scaled}/{steps}" if steps > 1 else scaled
        exact = f"IF({back}={at},{scaled},{NOTHING})"
        return f"IF(ISNUMBER({at}),IF(ABS({at})<={self.most},{exact},{NOTHING}),{NOTHING})"


def level(row: int, value: SheetCell, levels: Levels, weight: Fraction) -> Source:
    """A level of a scale by its label; of a scale with ranges, the judged share.

    Raises:
        FormulaTooLong: when a label does not fit into a formula.
    """
    at = address("value", row)
    shares = [each.share for each in levels.levels]
    if any(each.least is not None for each in levels.levels):
        steps = _SHARES
        low, high = (text_from_number(end) for end in (levels.least, levels.best.share))
        exact = Digits(1, 6).whole_of(at)
        within = f"IF(AND({at}>={low},{at}<={high}),{exact},{NOTHING})"
        formula = f"IF(ISNUMBER({at}),{within},{NOTHING})"
    else:
        steps = lcm(*(share.denominator for share in shares))
        formula = NOTHING
        for each in reversed(levels.levels):
            if len(each.label) > _MOST_IN_QUOTES:
                raise FormulaTooLong
            share = int(each.share * steps)
            formula = f"IF(EXACT(TRIM({at}),{quoted(each.label)}),{share},{formula})"
    return Source(
        value=value,
        above=SheetCell(value=Formula(formula)),
        below=SheetCell(value=Fraction(steps)),
        figure=_counted(row, steps, max(shares)),
        scale=Scale(),
        curve=_line(weight),
        most=weight * max(shares),
    )


def items(row: int, first: int, checklist: Checklist) -> Source:
    """The items of a checklist, answered in the cells 取值 from the row `first` on.

    Raises:
        FormulaTooLong: when there are too many.
    """
    count = len(checklist.items)
    if count > _MOST_ITEMS:
        raise FormulaTooLong
    steps = lcm(*(item.points.denominator for item in checklist.items))
    cells = [address("value", first + number) for number in range(count)]
    span = f"{cells[0]}:{cells[-1]}"
    yes, no = (f"COUNTIF({span},{quoted(answer)})" for answer in (YES, NO))
    points = "+".join(
        f"IF({at}={quoted(YES)},{int(item.points * steps)},0)"
        for at, item in zip(cells, checklist.items, strict=True)
    )
    most = sum((item.points for item in checklist.items), Fraction(0))
    return Source(
        value=SheetCell(value=Formula(f'{yes}&"/{count}"')),
        above=SheetCell(value=Formula(f"IF({yes}+{no}<{count},{NOTHING},{points})")),
        below=SheetCell(value=Fraction(steps)),
        figure=_counted(row, steps, most),
        scale=Scale(),
        curve=_line(Fraction(1)),
        most=most,
    )


def _counted(row: int, steps: int, most: Fraction) -> Figure:
    return Figure(above=cell(address("above", row), int(most * steps) + 1), below=whole(steps))


def _line(slope: Fraction) -> Curve:
    return curve_of(Piece.of(Map.linear(slope, 0), clause="is", reason="grade"))


def summed(
    row: int,
    expression: Expression,
    known: Mapping[str, Ratio],
    derived: Mapping[str, Expression],
    curve: Curve,
    shown: Held,
) -> Source:
    """A sum over other cells, known while each of them is and nothing is divided by zero.

    Raises:
        Unsupplied: when a cell is missing from the workbook.
        BeyondExact: when a number on the way can pass what a spreadsheet holds exactly.
        FormulaTooLong: when it does not fit into a cell.
    """
    ratio = ratio_of(expression, known, derived)
    above, below = ratio.numerator, ratio.denominator
    x, y = above.text, below.text
    if below.constant is None:  # kept positive, for the tests multiply by it
        x = f"SIGN({y})*{above.text if above.is_atom else f'({x})'}"
        y = f"ABS({y})"
    leaves = (known[name].above.text for name in leaves_of(expression, derived))
    blanks = tuple(f"{at}={NOTHING}" for at in leaves)
    zeros = tuple(dict.fromkeys(f"{text}=0" for text in ratio.divisors))

    def guarded(formula: str) -> Formula:
        return Formula(_unless(blanks, _unless(zeros, formula)))

    top, bottom = address("above", row), address("below", row)
    factor = shown.scale.factor
    quotient = f"{top}/{bottom}"
    if factor != 1:
        quotient = f"{quotient}*{factor.denominator}/{factor.numerator}"
    figure_below = cell(bottom, below.most) if below.constant is None else below
    return Source(
        value=SheetCell(
            value=Formula(f"IF({top}={NOTHING},{NOTHING},{quotient})"),
            number_format=shown.number_format,
        ),
        above=SheetCell(value=guarded(x)),
        below=SheetCell(
            value=Fraction(below.constant) if below.constant is not None else guarded(y)
        ),
        figure=Figure(above=cell(top, above.most), below=figure_below),
        scale=Scale(),
        curve=curve,
    )


def _unless(tests: tuple[str, ...], formula: str) -> str:
    """The formula, and nothing where one of the tests holds."""
    if not tests:
        return formula
    test = tests[0] if len(tests) == 1 else f"OR({','.join(tests)})"
    return f"IF({test},{NOTHING},{formula})"


def leaves_of(expression: Expression, derived: Mapping[str, Expression]) -> tuple[str, ...]:
    """The names of cells an expression rests on, names of sums followed.

    Example:
        >>> from indicator_dsl.model import Name
        >>> leaves_of(Name(name="率"), {"率": Name(name="执行数")})
        ('执行数',)
    """
    found: dict[str, None] = {}
    todo, seen = list(names_in(expression)), set[str]()
    while todo:
        name = todo.pop(0)
        if name in seen:
            continue
        seen.add(name)
        if name in derived:
            todo += names_in(derived[name])
        else:
            found[name] = None
    return tuple(found)


def known_cell(row: int, held: Held, digits: Digits) -> Ratio:
    """The magnitude of an entered cell as a quotient of whole numbers."""
    above: Whole = cell(address("above", row), digits.most * digits.steps)
    return Ratio(held.scale.factor / digits.steps, above, whole(1))
