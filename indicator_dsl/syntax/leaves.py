"""Tokens as the smallest nodes: words, numbers, operators, quantities, each with its span.

Knows no statement.
"""

from typing import Final

from indicator_dsl.quantities import NotHan, number_from_han, text_from_number
from indicator_dsl.source import Span
from indicator_dsl.syntax import nodes as n
from indicator_dsl.syntax.trees import DIGITS, Token, Tree, token, tokens

_PLAIN_FORMS: Final = {
    "＞＝": ">=",
    "＜＝": "<=",
    "＞": ">",
    "＜": "<",
    "＝": "=",
    "﹦": "=",
    "═": "=",
    "==": "=",
    "介于": "in",
    "％": "%",
}


_QUOTED: Final = ("STRING", "QUOTED_NAME", "QUOTED_TERM")


class Leaves:
    """Reads the tokens of a stretch of text that begins at `offset`."""

    def __init__(self, offset: int = 0) -> None:
        self._offset = offset

    def span(self, tree: Tree) -> Span:
        """From the first character of the tree to its last."""
        offset = self._offset
        return Span(tree.start + offset, tree.end + offset)

    def span_of(self, found: Token) -> Span:
        """Where a token stands in the whole text."""
        offset = self._offset
        return Span(found.start + offset, found.end + offset)

    def word(self, found: Token) -> n.WordNode:
        """A word, without its quotes when the token is a quoted one."""
        text = found.text
        if found.type in _QUOTED:
            text = text[1:-1]
        return n.WordNode(text=text.strip(), span=self.span_of(found))

    def number(self, found: Token) -> n.NumberNode:
        """A number in ASCII digits."""
        text = found.text
        if not text.isascii():
            text = text.translate(DIGITS)
        return n.NumberNode(text=text, span=self.span_of(found))

    def operator(self, found: Token) -> n.OperatorNode:
        """An operator by its kind, as written; a full-width one in its plain form."""
        written = _PLAIN_FORMS.get(found.text, found.text)
        return n.OperatorNode(kind=found.type, written=written, span=self.span_of(found))

    def unit(self, found: Token) -> n.WordNode:
        """A unit as written, a full-width per cent sign in its plain form."""
        return n.WordNode(text=_PLAIN_FORMS.get(found.text, found.text), span=self.span_of(found))

    def quantity(self, tree: Tree) -> n.QuantityNode:
        """A number, in digits or in Chinese, and the unit behind it; a per cent sign is a unit."""
        units = tokens(tree, "UNIT", "PERCENT")
        unit = self.unit(units[0]) if units else None
        written = token(tree, "NUMBER", "HAN")
        if written.type == "HAN":
            return self._in_han(written, unit, self.span(tree))
        return n.QuantityNode(number=self.number(written), unit=unit, span=self.span(tree))

    def _in_han(self, written: Token, unit: n.WordNode | None, span: Span) -> n.QuantityNode:
        place = self.span_of(written)
        try:
            reading = number_from_han(written.text)
        except NotHan:
            return n.QuantityNode(
                number=n.NumberNode(text=written.text, span=place), unit=unit, span=span
            )
        number = n.NumberNode(text=text_from_number(reading.number), span=place)
        if reading.is_share and unit is None:
            unit = n.WordNode(text="%", span=place)
        return n.QuantityNode(number=number, unit=unit, span=span)

    def value(self, tree: Tree) -> n.QuantityNode | n.DayNode | n.AnswerNode:
        """What a bound is held against."""
        if tree.data == "day":
            written = token(tree, "DATE")
            return n.DayNode(text=written.text.translate(DIGITS), span=self.span_of(written))
        if tree.data == "answer":
            return n.AnswerNode(is_yes=bool(tokens(tree, "YES")), span=self.span(tree))
        return self.quantity(tree)


def path_of_heading(found: Token) -> tuple[str, ...]:
    """The headings between a pair of square brackets, outermost first."""
    parts = (part.strip() for part in found.text[1:-1].replace("／", "/").split("/"))
    return tuple(part for part in parts if part)
