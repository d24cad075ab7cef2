"""Text in, nodes and diagnostics out.

A line that cannot be read is reported and left out; the rest still becomes nodes.
"""

from collections.abc import Callable, Iterator
from typing import Final

from attrs import frozen
from lark import Lark, Token, Tree, UnexpectedInput

from indicator_dsl.diagnostics import Collector
from indicator_dsl.source import SourceText, Span
from indicator_dsl.syntax.building import Builder
from indicator_dsl.syntax.comments import with_comments
from indicator_dsl.syntax.grammar import actuals_parser, pattern, ruleset_parser
from indicator_dsl.syntax.mistakes import Slip, actuals_mistake, ruleset_mistake
from indicator_dsl.syntax.screening import screened
from indicator_dsl.syntax.statements import (
    ActualsFileNode,
    ActualsStatementNode,
    RulesetFileNode,
    StatementNode,
)

_BLANKS: Final = " \t\u3000\u00a0\r"


@frozen
class _Block:
    """A stretch of whole lines that is read by itself: a line and the clause lines under it."""

    start: int
    text: str


def parse_ruleset(source: SourceText, collector: Collector) -> RulesetFileNode:
    """The nodes of a ruleset file; what cannot be read is missing from them and reported.

    Example:
        >>> source = SourceText("a.ind", "年办件量 >= 200000 件 weight 20")
        >>> file = parse_ruleset(source, Collector())
        >>> file.statements[0].name.text
        '年办件量'
    """
    text = screened(source, collector)
    statements: list[StatementNode] = []
    for tree, offset in _trees(ruleset_parser(), text, source, collector, ruleset_mistake):
        builder = Builder(offset)
        statements.extend(builder.statement(child) for child in _statements_of(tree))
    return RulesetFileNode(statements=with_comments(text, statements))


def parse_actuals(source: SourceText, collector: Collector) -> ActualsFileNode:
    """The nodes of an actuals file; what cannot be read is missing from them and reported.

    Example:
        >>> source = SourceText("a.act", "年办件量 = 332344 件 reported 20")
        >>> file = parse_actuals(source, Collector())
        >>> file.statements[0].cell.text
        '332344 件'
    """
    text = screened(source, collector)
    statements: list[ActualsStatementNode] = []
    for tree, offset in _trees(actuals_parser(), text, source, collector, actuals_mistake):
        builder = Builder(offset)
        statements.extend(builder.actuals_statement(child) for child in _statements_of(tree))
    return ActualsFileNode(statements=with_comments(text, statements))


def _statements_of(tree: Tree[Token]) -> Iterator[Tree[Token]]:
    return (child for child in tree.children if isinstance(child, Tree))


def _trees(
    parser: Lark,
    text: str,
    source: SourceText,
    collector: Collector,
    mistake: Callable[[Slip], None],
) -> Iterator[tuple[Tree[Token], int]]:
    """The whole text as one tree.

    Where that fails, each block that can be read as a tree of its own.
    """
    try:
        yield parser.parse(text), 0
    except UnexpectedInput:
        for block in _blocks(text):
            tree = _block_tree(parser, block, source, collector, mistake)
            if tree is not None:
                yield tree, block.start


def _block_tree(
    parser: Lark,
    block: _Block,
    source: SourceText,
    collector: Collector,
    mistake: Callable[[Slip], None],
) -> Tree[Token] | None:
    """The block as a tree, clause lines that cannot be read left out.

    None when its first line cannot.
    """
    text = block.text
    while True:
        try:
            return parser.parse(text)
        except UnexpectedInput as slip:
            at = _position(slip, text)
            line_start = text.rfind("\n", 0, at) + 1
            mistake(Slip(source, collector, Span(block.start, block.start + len(text)), text, at))
            if line_start == 0:
                return None
            text = _blanked(text, line_start)


def _position(slip: UnexpectedInput, text: str) -> int:
    """Where reading stopped; the end of the text when it ended too early."""
    token = getattr(slip, "token", None)
    if token is not None and token.type == "$END":
        return len(text.rstrip(_BLANKS + "\n"))
    position = slip.pos_in_stream
    if position is None or position < 0:
        return len(text.rstrip(_BLANKS + "\n"))
    at = min(position, len(text))
    if at < len(text) and text[at] == "\n":  # a line that ended too early is at fault, not the next
        at = len(text[:at].rstrip(_BLANKS))
    return at


def _blanked(text: str, line_start: int) -> str:
    end = text.find("\n", line_start)
    end = len(text) if end < 0 else end
    return text[:line_start] + " " * (end - line_start) + text[end:]


def _blocks(text: str) -> Iterator[_Block]:
    clause = pattern("CLAUSE")
    start = 0
    held: list[str] = []
    position = 0
    for line in text.split("\n"):
        body = line.lstrip(_BLANKS)
        goes_on = not body or body[0] == "#" or (body != line and clause.match(body))
        if held and not goes_on:
            yield _Block(start, "\n".join(held))
            held, start = [], position
        held.append(line)
        position += len(line) + 1
    if held:
        yield _Block(start, "\n".join(held))
