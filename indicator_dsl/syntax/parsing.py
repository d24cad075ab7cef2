"""Text in, nodes and diagnostics out.

A line that cannot be read is reported and left out; the rest still becomes nodes.
"""

from collections.abc import Callable, Iterator
from typing import Final, Generic, TypeVar

from attrs import define, evolve, field, frozen

from indicator_dsl.diagnostics import Collector
from indicator_dsl.source import SourceText, Span
from indicator_dsl.syntax import mistakes
from indicator_dsl.syntax.actuals_statements import ActualsFileNode
from indicator_dsl.syntax.building import Builder
from indicator_dsl.syntax.cutting import BLANKS, Block, blocks_of
from indicator_dsl.syntax.driving import Parser, Unreadable, actuals_reader, ruleset_reader
from indicator_dsl.syntax.nodes import Node
from indicator_dsl.syntax.paragraphs import (
    Hands,
    Paragraph,
    Stretch,
    read_paragraphs,
    statements_of,
)
from indicator_dsl.syntax.screening import screened
from indicator_dsl.syntax.statements import RulesetFileNode, StatementNode
from indicator_dsl.syntax.trees import Tree, branch
from indicator_dsl.wording import Lang

_N = TypeVar("_N", bound=Node)
_GREEDY: Final = {"CELL": mistakes.clause_in_cell, "UNIT": mistakes.bound_in_unit}
_STAND_IN: Final = "x >= 1"
_MOST_GUESSED: Final = 500  # a text with more slips than this is another kind of file


@define(kw_only=True)
class _Reader(Generic[_N]):
    """A parser, what makes its trees nodes, and what it needs to say what it cannot read.

    `text` is the whole text, screened. `rule` is a short rule of the grammar, for clause lines to
    stand under; empty where there are no clause lines. `mistake` reports a stretch that cannot be
    read; `slips` counts them. `looks` says that a cell or a unit may have swallowed words.
    """

    parser: Parser
    build: Callable[[Builder, Tree], _N]
    source: SourceText
    collector: Collector
    text: str
    mistake: Callable[["mistakes.Slip"], None]
    rule: str = ""
    looks: bool = True
    slips: int = 0
    _lang: Lang | None = None

    def paragraphs(self, earlier: "tuple[Paragraph[_N], ...]" = ()) -> "tuple[Paragraph[_N], ...]":
        """The paragraphs of the text; of one that cannot be read as a whole, each block that can.

        Args:
            earlier: Those of an earlier state of the text, which need not be read again.
        """
        hands = Hands(self.whole, self.piecewise)
        paragraphs, swallowed = read_paragraphs(self.text, hands, earlier)
        for at in swallowed:
            line = _line_at(self.text, at)
            self.report(line, at - line.start)
        return paragraphs

    def whole(self, stretch: Block) -> "Stretch[_N]":
        """What can be read of a stretch from its beginning."""
        read: Stretch[_N] = Stretch(nodes=[], swallowed=[])
        try:
            self.parser.parse(stretch.text, self._taker(stretch.start, read))
        except Unreadable as slip:
            at = len(stretch.text) if slip.at is None else slip.at
            return evolve(read, stop=stretch.start + at)
        return read

    def piecewise(self, paragraph: Block) -> "Stretch[_N]":
        """What can be read of a paragraph block by block, the rest reported."""
        read: Stretch[_N] = Stretch(nodes=[], swallowed=[])
        for block in blocks_of(paragraph, has_clauses=bool(self.rule)):
            tree = _block_tree(self, block)
            take = self._taker(block.start, read)
            for child in () if tree is None else tree.children:
                take(branch(child))
        return read

    def _taker(self, offset: int, read: "Stretch[_N]") -> Callable[[Tree], None]:
        builder, build, looks = Builder(offset), self.build, self.looks

        def take(tree: Tree) -> None:
            read.nodes.append(build(builder, tree))
            if looks:
                read.swallowed.extend(at + offset for at in _swallowed(tree))

        return take

    def stop(self, text: str) -> int | None:
        """Where reading a text stops; None when it can be read."""
        try:
            tree = self.parser.parse(text)
        except Unreadable as slip:
            return _position(slip, text)
        return next(_swallowed(tree), None)

    def report(self, block: Block, at: int) -> None:
        """Reports that reading stopped `at` characters into a block."""
        self.slips += 1
        if self._lang is None:
            self._lang = mistakes.language_of(self.text)
        self.mistake(
            mistakes.Slip(
                source=self.source,
                collector=self.collector,
                span=Span(block.start, block.start + len(block.text)),
                text=block.text,
                at=at,
                lang=self._lang,
                reads=self.stop,
                rule=self.rule,
                is_guessed=self.slips <= _MOST_GUESSED,
            )
        )


@frozen
class ParsedRuleset:
    """A ruleset file as nodes, and what is needed to read the next state of its text quickly."""

    file: RulesetFileNode
    paragraphs: "tuple[Paragraph[StatementNode], ...]" = field(eq=False, repr=False)


def parse_ruleset(source: SourceText, collector: Collector) -> RulesetFileNode:
    """The nodes of a ruleset file; what cannot be read is missing from them and reported.

    Example:
        >>> source = SourceText("a.ind", "年办件量 >= 200000 件 weight 20")
        >>> file = parse_ruleset(source, Collector())
        >>> file.statements[0].name.text
        '年办件量'
    """
    return reparse_ruleset(source, collector, None).file


def reparse_ruleset(
    source: SourceText, collector: Collector, earlier: ParsedRuleset | None
) -> ParsedRuleset:
    r"""What `parse_ruleset` gives, without reading again what stands as it stood.

    Args:
        source: The text as it is now.
        collector: Takes every diagnostic.
        earlier: Of an earlier state of the text; None where there was none.

    Example:
        >>> source = SourceText("a.ind", "甲 >= 1 件 weight 5\n乙 = 是 weight 5")
        >>> before = reparse_ruleset(source, Collector(), None)
        >>> source = SourceText("a.ind", "甲 >= 20 件 weight 5\n乙 = 是 weight 5")
        >>> reparse_ruleset(source, Collector(), before).file.statements[1].name.span
        Span(start=19, end=20)
    """
    text = screened(source, collector)
    reader = _Reader(
        parser=ruleset_reader(),
        build=Builder.statement,
        source=source,
        collector=collector,
        text=text,
        mistake=_ruleset_mistake,
        rule=_STAND_IN,
        looks=any(word in text for word in mistakes.BEHIND),
    )
    paragraphs = reader.paragraphs(() if earlier is None else earlier.paragraphs)
    return ParsedRuleset(RulesetFileNode(statements=statements_of(paragraphs)), paragraphs)


def parse_actuals(source: SourceText, collector: Collector) -> ActualsFileNode:
    """The nodes of an actuals file; what cannot be read is missing from them and reported.

    Example:
        >>> source = SourceText("a.act", "年办件量 = 332344 件 reported 20")
        >>> file = parse_actuals(source, Collector())
        >>> file.statements[0].cell.text
        '332344 件'
    """
    reader = _Reader(
        parser=actuals_reader(),
        build=Builder.actuals_statement,
        source=source,
        collector=collector,
        text=screened(source, collector),
        mistake=_actuals_mistake,
    )
    return ActualsFileNode(statements=statements_of(reader.paragraphs()))


def _swallowed(tree: Tree) -> Iterator[int]:
    """Where words begin that a cell of actuals or a unit has swallowed."""
    for leaf in tree.leaves():
        swallowed = _GREEDY.get(leaf.type)
        at = None if swallowed is None else swallowed(leaf.text)
        if at is not None:
            yield leaf.start + at


def _line_at(text: str, at: int) -> Block:
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return Block(start, text[start : end if end >= 0 else len(text)])


def _ruleset_mistake(slip: "mistakes.Slip") -> None:
    mistakes.ruleset_mistake(slip)


def _actuals_mistake(slip: "mistakes.Slip") -> None:
    mistakes.actuals_mistake(slip)


def _block_tree(reader: _Reader[_N], block: Block) -> Tree | None:
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
            reader.report(block, at - (shift or 0))
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
        return len(text.rstrip(BLANKS + "\n"))
    if text[at] == "\n":  # a line that ended too early is at fault, not the next
        at = len(text[:at].rstrip(BLANKS))
    return at


def _blanked(text: str, line_start: int) -> str:
    end = text.find("\n", line_start)
    end = len(text) if end < 0 else end
    return text[:line_start] + " " * (end - line_start) + text[end:]
