"""A text read paragraph by paragraph, and what an earlier state of it said carried along.

Knows no grammar: what reads a stretch is given to it.
"""

from bisect import bisect_right
from itertools import chain
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from attrs import frozen

from indicator_dsl.syntax.comments import among_comments, without_idle_gaps
from indicator_dsl.syntax.cutting import Block, paragraph_starts
from indicator_dsl.syntax.moving import moved
from indicator_dsl.syntax.nodes import Node

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from indicator_dsl.syntax.statements import CommentNode, GapNode

_N = TypeVar("_N", bound=Node)
_MOST_TOGETHER: Final = 1000  # paragraphs; what cannot be read is copied on the way


@frozen(kw_only=True)
class Paragraph(Generic[_N]):
    """A stretch of whole lines, without its last line break, and the nodes made of it.

    `is_clean` says that nothing was reported of it: its nodes follow from its text alone.
    """

    text: str
    start: int
    nodes: "tuple[_N | CommentNode | GapNode, ...]"
    is_clean: bool

    def moved_to(self, start: int) -> "Paragraph[_N]":
        """The same paragraph at another place of a text."""
        if start == self.start:
            return self
        nodes = tuple(moved(node, start - self.start) for node in self.nodes)
        return Paragraph(text=self.text, start=start, nodes=nodes, is_clean=self.is_clean)


@frozen(kw_only=True)
class Stretch(Generic[_N]):
    """What was read of a stretch of text.

    `swallowed` is where words begin that a cell or a unit has swallowed. `stop` is where reading
    stopped; None where it came to the end.
    """

    nodes: list[_N]
    swallowed: list[int]
    stop: int | None = None


@frozen
class Hands(Generic[_N]):
    """What reads: `whole` a stretch as far as it can, `piecewise` a paragraph that cannot be read.

    The latter reports why.
    """

    whole: "Callable[[Block], Stretch[_N]]"
    piecewise: "Callable[[Block], Stretch[_N]]"


def read_paragraphs(
    text: str, hands: Hands[_N], earlier: "tuple[Paragraph[_N], ...]" = ()
) -> "tuple[tuple[Paragraph[_N], ...], list[int]]":
    """The paragraphs of a text, and where words were swallowed.

    Args:
        text: The text, screened.
        hands: What reads a stretch.
        earlier: Those of an earlier state of the text; what begins and ends like it is not read
            again.
    """
    starts = paragraph_starts(text)
    ends = [*(start - 1 for start in starts[1:]), len(text)]
    blocks = [Block(start, text[start:end]) for start, end in zip(starts, ends, strict=True)]
    first, behind = _alike(blocks, earlier)
    last = len(blocks) - behind
    changed, swallowed = _read(text, blocks[first:last], hands)
    rest = zip(earlier[len(earlier) - behind :], starts[last:], strict=True)
    return (*earlier[:first], *changed, *(each.moved_to(start) for each, start in rest)), swallowed


def statements_of(
    paragraphs: "Iterable[Paragraph[_N]]",
) -> "tuple[_N | CommentNode | GapNode, ...]":
    """All nodes of a text in order, neighbouring empty lines told once."""
    return tuple(without_idle_gaps(chain.from_iterable(each.nodes for each in paragraphs)))


def _alike(blocks: list[Block], earlier: "tuple[Paragraph[_N], ...]") -> tuple[int, int]:
    """How many paragraphs can be kept at the start, and how many at the end."""
    most = min(len(blocks), len(earlier))
    first = behind = 0
    while first < most and _is_kept(blocks[first], earlier[first]):
        first += 1
    while behind < most - first and _is_kept(blocks[-1 - behind], earlier[-1 - behind]):
        behind += 1
    return first, behind


def _is_kept(block: Block, paragraph: "Paragraph[_N]") -> bool:
    return paragraph.is_clean and paragraph.text == block.text


def _read(
    text: str, blocks: list[Block], hands: Hands[_N]
) -> "tuple[list[Paragraph[_N]], list[int]]":
    """Neighbouring paragraphs, as many at a time as can be read."""
    starts = [block.start for block in blocks]
    read: list[Paragraph[_N]] = []
    swallowed: list[int] = []
    first = 0
    while first < len(blocks):
        last = min(len(blocks), first + _MOST_TOGETHER)
        end = blocks[last - 1].start + len(blocks[last - 1].text)
        stretch = hands.whole(Block(starts[first], text[starts[first] : end]))
        if stretch.stop is not None:
            last = bisect_right(starts, stretch.stop, first, last) - 1
        read += _shared_out(blocks[first:last], stretch)
        limit = starts[last] if last < len(starts) else len(text)
        swallowed += [at for at in stretch.swallowed if at < limit]
        if stretch.stop is not None:
            stretch = hands.piecewise(blocks[last])
            read.append(_paragraph(blocks[last], stretch.nodes, is_clean=False))
            swallowed += stretch.swallowed
            last += 1
        first = last
    return read, swallowed


def _shared_out(blocks: list[Block], stretch: "Stretch[_N]") -> "Iterable[Paragraph[_N]]":
    """The paragraphs of a stretch, each with the nodes that stand in it."""
    dirty = iter(stretch.swallowed)
    nodes, taken, slip = stretch.nodes, 0, next(dirty, None)
    for block in blocks:
        end = block.start + len(block.text)
        first = taken
        while taken < len(nodes) and nodes[taken].span.start < end:
            taken += 1
        is_clean = slip is None or slip >= end
        while slip is not None and slip < end:
            slip = next(dirty, None)
        yield _paragraph(block, nodes[first:taken], is_clean=is_clean)


def _paragraph(block: Block, nodes: list[_N], *, is_clean: bool) -> Paragraph[_N]:
    return Paragraph(
        text=block.text,
        start=block.start,
        nodes=among_comments(block.text, block.start, nodes),
        is_clean=is_clean,
    )
