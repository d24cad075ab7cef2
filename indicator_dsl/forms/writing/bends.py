"""What holds the total down or up, one row of the sheet 核算 each, its condition as a formula."""

from fractions import Fraction
from typing import Final

from indicator_dsl.explanation import limit_text, veto_text
from indicator_dsl.forms.writing.book import Book
from indicator_dsl.forms.writing.conditions import TRUTHS, truth_text
from indicator_dsl.forms.writing.filled import cell_text
from indicator_dsl.forms.writing.points import points_format
from indicator_dsl.forms.writing.ratios import Unsupplied
from indicator_dsl.forms.writing.sheet import Formula, SheetCell, address
from indicator_dsl.forms.writing.wholes import BeyondExact, FormulaTooLong
from indicator_dsl.model import Limit
from indicator_dsl.quantities import half_up, text_from_number
from indicator_dsl.wording import Text

AS_IT_STOOD: Final = Text("as it stood when this was written", "按写入时的事实")
_FLOOR: Final = Text("not below 0", "不低于 0 分")
_HOLDS: Final = Text(
    "numerator: 1 where it holds, 0 where not, 0.5 open", "分子：1 成立，0 不成立，0.5 待定"
)


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
            truth, remark = TRUTHS[stood], AS_IT_STOOD.in_lang(book.lang)
        _ceiling(book, limit_text(limit), truth, limit.points, remark)
    for veto in ruleset.vetoes:
        if veto.points is not None:
            truth, remark = TRUTHS[facts.holds(veto)], AS_IT_STOOD.in_lang(book.lang)
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
