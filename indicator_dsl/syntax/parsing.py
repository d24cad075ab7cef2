"""Text in, nodes and diagnostics out.

A line that cannot be read is reported and left out; the rest still becomes nodes.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Final, TypeVar

from attrs import define, frozen

from indicator_dsl.diagnostics import Collector
from indicator_dsl.source import SourceText, Span
from indicator_dsl.syntax import mistakes
from indicator_dsl.syntax.actuals_statements import ActualsFileNode
from indicator_dsl.syntax.building import Builder
from indicator_dsl.syntax.comments import HasSpan, with_comments
from indicator_dsl.syntax.driving import Parser, Unreadable, actuals_reader, ruleset_reader
from indicator_dsl.syntax.grammar import pattern
from indicator_dsl.syntax.screening import screened
from indicator_dsl.syntax.statements import RulesetFileNode
from indicator_dsl.syntax.trees import Tree, branch
from indicator_dsl.wording import Lang

_Node = TypeVar("_Node", bound=HasSpan)
_BLANKS: Final = " \t\u3000\u00a0\r"
_STATEMENT_WORDS: Final = (
    *("RULESET", "TOTAL", "ROUND", "GRADES", "SCALE", "DEFAULT", "UNIT", "INPUT", "LET", "CHECK"),
    "ASSUME",
)
_GREEDY: Final = {"CELL": mistakes.clause_in_cell, "UNIT": mistakes.bound_in_unit}
_STAND_IN: Final = "x >= 1"
_MOST_GUESSED: Final = 500  # a text with more slips than this is another kind of file


@frozen
class _Block:
    """A stretch of whole lines that is read by itself: a line and the clause lines under it."""

    start: int
    text: str


@define(kw_only=True)
class _Reader:
    """A parser, and what it needs to say what it cannot read.

    `rule` is a short rule of the grammar, for clause lines to stand under; empty where there are
    no clause lines. `mistake` reports a stretch that cannot be read; `slips` counts them.
    """

    parser: Parser
    source: SourceText
    collector: Collector
    mistake: Callable[["mistakes.Slip"], None]
    rule: str = ""
    slips: int = 0

    def stop(self, text: str) -> int | None:
        """Where reading a text stops; None when it can be read."""
        try:
            tree = self.parser.parse(text)
        except Unreadable as slip:
            return _position(slip, text)
        return next(_swallowed(tree), None)

    def report(self, block: _Block, at: int, lang: Lang) -> None:
        """Reports that reading stopped `at` characters into a block."""
        self.slips += 1
        self.mistake(
            mistakes.Slip(
                source=self.source,
                collector=self.collector,
                span=Span(block.start, block.start + len(block.text)),
                text=block.text,
                at=at,
                lang=lang,
                reads=self.stop,
                rule=self.rule,
                is_guessed=self.slips <= _MOST_GUESSED,
            )
        )


def parse_ruleset(source: SourceText, collector: Collector) -> RulesetFileNode:
    """The nodes of a ruleset file; what cannot be read is missing from them and reported.

    Example:
        >>> source = SourceText("a.ind", "年办件量 >= 200000 件 weight 20")
        >>> file = parse_ruleset(source, Collector())
        >>> file.statements[0].name.text
        '年办件量'
    """
    text = screened(source, collector)
    reader = _Reader(
        parser=ruleset_reader(),
        source=source,
        collector=collector,
        mistake=_ruleset_mistake,
        rule=_STAND_IN,
    )
    looks = any(word in text for word in mistakes.BEHIND)
    statements = _nodes(reader, text, Builder.statement, looks=looks)
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
    reader = _Reader(
        parser=actuals_reader(), source=source, collector=collector, mistake=_actuals_mistake
    )
    statements = _nodes(reader, text, Builder.actuals_statement, looks=True)
    return ActualsFileNode(statements=with_comments(text, statements))


def _nodes(
    reader: _Reader, text: str, build: Callable[[Builder, Tree], _Node], *, looks: bool
) -> list[_Node]:
    """The nodes of a text; where it cannot be read as a whole, of each block that can.

    Args:
        reader: Takes what cannot be read.
        text: The whole text.
        build: Makes a statement's node.
        looks: Whether to look for words that a cell or a unit has swallowed.
    """
    nodes: list[_Node] = []
    swallowed: list[int] = []

    def taker(offset: int) -> Callable[[Tree], None]:
        builder = Builder(offset)

        def take(tree: Tree) -> None:
            nodes.append(build(builder, tree))
            if looks:
                swallowed.extend(at + offset for at in _swallowed(tree))

        return take

    try:
        reader.parser.parse(text, taker(0))
    except Unreadable:
        nodes.clear()
        swallowed.clear()
        lang = mistakes.language_of(text)
        for block in _blocks(text, has_clauses=bool(reader.rule)):
            tree = _block_tree(reader, block, lang)
            take = taker(block.start)
            for child in () if tree is None else tree.children:
                take(branch(child))
    for at in swallowed:
        line = _line_at(text, at)
        reader.report(line, at - line.start, mistakes.language_of(text))
    return nodes


def _swallowed(tree: Tree) -> Iterator[int]:
    """Where words begin that a cell of actuals or a unit has swallowed."""
    for leaf in tree.leaves():
        swallowed = _GREEDY.get(leaf.type)
        at = None if swallowed is None else swallowed(leaf.text)
        if at is not None:
            yield leaf.start + at


def _line_at(text: str, at: int) -> _Block:
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return _Block(start, text[start : end if end >= 0 else len(text)])


def _ruleset_mistake(slip: "mistakes.Slip") -> None:
    mistakes.ruleset_mistake(slip)


def _actuals_mistake(slip: "mistakes.Slip") -> None:
    mistakes.actuals_mistake(slip)


def _block_tree(reader: _Reader, block: _Block, lang: Lang) -> Tree | None:
    """The block as a tree, clause lines that cannot be read left out.

    None when its first line cannot; its clause lines are then read under a rule that stands in.
    """
    text = block.text
    shift: int | None = None
    while True:
        try:
            tree = reader.parser.parse(text)
        except Unreadable as slip:
            at = _position(slip, text)
            reader.report(block, at - (shift or 0), lang)
            line_start = text.rfind("\n", 0, at) + 1
            if line_start > 0:
                text = _blanked(text, line_start)
                continue
            if shift is not None or not reader.rule or "\n" not in text:
                return None
            first_line, rest = text.split("\n", 1)
            text = f"{reader.rule}\n{rest}"
            shift = len(reader.rule) - len(first_line)
        else:
            return tree if shift is None else None


def _position(slip: Unreadable, text: str) -> int:
    """Where reading stopped; the end of the text when it ended too early."""
    at = slip.at
    if at is None:
        return len(text.rstrip(_BLANKS + "\n"))
    if text[at] == "\n":  # a line that ended too early is at fault, not the next
        at = len(text[:at].rstrip(_BLANKS))
    return at


def _blanked(text: str, line_start: int) -> str:
    end = text.find("\n", line_start)
    end = len(text) if end < 0 else end
    return text[:line_start] + " " * (end - line_start) + text[end:]


def _blocks(text: str, *, has_clauses: bool) -> Iterator[_Block]:
    start = 0
    held: list[str] = []
    position = 0
    for line in text.split("\n"):
        body = line.lstrip(_BLANKS)
        is_indented = has_clauses and body != line
        is_item = body[:1] in ("-", "－") and body[1:2] in tuple(_BLANKS)
        goes_on = (
            not body or body[0] == "#" or is_item or (is_indented and not _begins_statement(body))
        )
        if held and not goes_on:
            yield _Block(start, "\n".join(held))
            held, start = [], position
        held.append(line)
        position += len(line) + 1
    if held:
        yield _Block(start, "\n".join(held))


def _begins_statement(body: str) -> bool:
    """Whether an indented line is something of its own rather than a clause, perhaps misspelt."""
    if pattern("CLAUSE").match(body):
        return False
    return body[0] in "[［【" or any(sign.search(body) for sign in _statement_signs())


@cache
def _statement_signs() -> tuple[re.Pattern[str], ...]:
    """What shows a rule or a statement: an operator with a value, a weight, a statement's word."""
    words = "|".join(
        pattern(f"{name}_WORD").pattern
        for name in [
            "RULESET",
            "TOTAL",
            "ROUND",
            "GRADES",
            "SCALE",
            "DEFAULT",
            "UNIT",
            "INPUT",
            "LET",
            "CHECK",
        ]
    )
    blank = pattern("B").pattern
    return (
        re.compile(pattern("GLYPH").pattern + pattern("VALUE_STARTS").pattern),
        re.compile(f"{blank}(?:{pattern('OP_WORD').pattern}){pattern('VALUE_STARTS').pattern}"),
        re.compile(blank + pattern("WEIGHT_STARTS").pattern),
        re.compile(f"^(?:{words}){blank}"),
    )
