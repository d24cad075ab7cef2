"""The columns of a table by their heads, and a row's cells brought under them.

Knows the heads it is given, and no file.
"""

from collections.abc import Mapping, Sequence, Set as AbstractSet
from typing import Final

from attrs import evolve, field, frozen

from indicator_dsl.forms.grids import GridCell, Row
from indicator_dsl.forms.likeness import is_number, likeliest
from indicator_dsl.forms.words import Heads, bare_head, indicator_heads, is_block, money_heads
from indicator_dsl.model import FormCell

BLOCK: Final = "block"  # a column that only says what stands beside it
_FEWEST: Final = 3
_FIGURES: Final = frozenset({"initial", "budget", "executed"})


@frozen
class Column:
    """A column: what it means, empty where nothing known, and the edges of its head."""

    meaning: str
    left: int
    right: int


@frozen
class Columns:
    """The columns of a table from the left, and how many rows their heads take."""

    columns: tuple[Column, ...]
    height: int = 1
    is_aligned: bool = True
    # Cells of the rows below stand between the same edges again and again.
    _found: dict[tuple[int, int], Column | None] = field(
        init=False, factory=dict, repr=False, eq=False
    )

    @property
    def meanings(self) -> tuple[str, ...]:
        """What the columns mean, in their order; empty for a head that is not known."""
        return tuple(column.meaning for column in self.columns)

    def known(self) -> AbstractSet[str]:
        """The meanings there are."""
        return set(self.meanings) - {"", BLOCK}

    def fits(self, rows: Sequence[Row], is_aligned: bool) -> bool:  # noqa: FBT001 - a fact, no mode
        """Whether rows of another table may stand under these heads."""
        right = max((cell.right for row in rows for cell in row), default=0)
        return self.is_aligned == is_aligned and right == self.columns[-1].right

    def assigned(self, row: Row) -> tuple[Mapping[str, list[GridCell]], list[GridCell]]:
        """The cells of a row by meaning, from the left, and the cells under no known head."""
        found: dict[str, list[GridCell]] = {}
        others: list[GridCell] = []
        for cell, column in zip(row, self._columns_of(row), strict=True):
            meaning = column.meaning if column else ""
            if meaning and meaning != BLOCK:
                found.setdefault(meaning, []).append(cell)
            elif not (meaning and is_block(cell.text)):
                others.append(cell)
        return found, others

    def _columns_of(self, row: Row) -> Sequence[Column | None]:
        if self.is_aligned:
            return [self._under(cell.left, cell.right) for cell in row]
        if len(row) == len(self.columns):
            return self.columns
        texts = [cell.text for cell in row]
        return [None if at is None else self.columns[at] for at in likeliest(texts, self.meanings)]

    def _under(self, left: int, right: int) -> Column | None:
        """The column a cell shares most with; the name rather than the levels beside it."""
        if (left, right) not in self._found:
            self._found[left, right] = self._sought(left, right)
        return self._found[left, right]

    def _sought(self, left: int, right: int) -> Column | None:
        at = GridCell(FormCell(), left, right)
        shared = [(at.overlap(each.left, each.right), each) for each in self.columns]
        most = max((length for length, _ in shared), default=0)
        if most <= 0:
            return None
        best = [each for length, each in shared if length == most]
        return next((each for each in best if each.meaning == "name"), best[0])


def indicator_columns(row: Row, below: Row | None, *, is_aligned: bool) -> Columns | None:
    """The columns of the table of indicators; None when `row` does not begin its heads.

    Args:
        row: The row that may hold the heads.
        below: The next row, which may hold a second line of them.
        is_aligned: Whether the edges of the cells can be relied on.
    """
    heads = indicator_heads()
    if sum(1 for cell in row if heads.meaning_of(cell.own_text)) < _FEWEST - 1:
        return None
    if below is not None and _is_second_line(below, heads):
        texts = _two_lines(row, below) if is_aligned else _two_lines_unaligned(row, below)
        double = _columns(texts, heads, is_aligned=is_aligned)
        if _are_indicators(double):
            return evolve(double, height=2)
    single = _columns([(cell, cell.own_text, "") for cell in row], heads, is_aligned=is_aligned)
    return single if _are_indicators(single) else None


def money_columns(row: Row, *, is_aligned: bool) -> Columns | None:
    """The columns of the block of the money; None when `row` holds no heads of it."""
    texts = [(cell, cell.own_text, "") for cell in row]
    columns = _labelled(_columns(texts, money_heads(), is_aligned=is_aligned))
    meant = columns.known() - {"label"}
    is_head = len(meant) > 1 and meant & _FIGURES
    return columns if is_head and not any(is_number(cell.own_text) for cell in row) else None


_Texts = Sequence[tuple[GridCell, str, str]]


def _columns(texts: _Texts, heads: Heads, *, is_aligned: bool) -> Columns:
    """Columns of cells with their text and the text above it; the best head of each meaning."""
    ranked = [_ranked(heads, own, above) for _, own, above in texts]
    best: dict[str, int] = {}
    for at, (meaning, rank) in enumerate(ranked):
        if meaning and (meaning not in best or rank < ranked[best[meaning]][1]):
            best[meaning] = at
    columns = []
    for at, (cell, own, _) in enumerate(texts):
        meaning = ranked[at][0]
        right = cell.right
        if own:  # a head stands above the empty cells behind it too
            behind = (c.left for c, text, up in texts[at + 1 :] if text or up)
            right = max(right, next(behind, texts[-1][0].right))
        is_best = best.get(meaning) == at and meaning != "other"
        meant = meaning if is_best else ""
        columns.append(Column(BLOCK if is_block(own) and not meant else meant, cell.left, right))
    return Columns(_promoted(tuple(columns)), is_aligned=is_aligned)


def _ranked(heads: Heads, own: str, above: str) -> tuple[str, int]:
    for text in (own, above + own, above):
        meaning, rank = heads.ranked(text)
        if meaning:
            return meaning, rank
    return "", 0


def _promoted(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """A table without a column of names has them in its last level."""
    meanings = [column.meaning for column in columns]
    last = next((level for level in ("level2", "level1") if level in meanings), "")
    if "name" in meanings or not last:
        return columns
    at = meanings.index(last)
    return (*columns[:at], evolve(columns[at], meaning="name"), *columns[at + 1 :])


def _labelled(columns: Columns) -> Columns:
    """The last column before the figures holds what they are figures of."""
    known = next((at for at, each in enumerate(columns.meanings) if each not in ("", BLOCK)), 0)
    if not known:
        return columns
    label = evolve(columns.columns[known - 1], meaning="label")
    every = (*columns.columns[: known - 1], label, *columns.columns[known:])
    return evolve(columns, columns=every)


def _are_indicators(columns: Columns) -> bool:
    meant = columns.known()
    return "name" in meant and bool(meant & {"target", "actual"}) and len(meant) >= _FEWEST


def _is_second_line(below: Row, heads: Heads) -> bool:
    """Whether the row below holds heads only, and too few to be the heads by itself."""
    texts = [cell.own_text for cell in below if cell.own_text]
    if not texts or not all(bare_head(text) and heads.meaning_of(text) for text in texts):
        return False
    alone = _columns([(cell, cell.own_text, "") for cell in below], heads, is_aligned=True)
    return not _are_indicators(alone)


def _two_lines(row: Row, below: Row) -> _Texts:
    texts = []
    for cell in below:
        if cell.is_continued:
            own = next((c.own_text for c in row if c.cell is cell.cell), "")
            texts.append((cell, own, ""))
        else:
            above = max(row, key=lambda c, cell=cell: c.overlap(cell.left, cell.right))  # type: ignore[misc]
            up = above.own_text if above.overlap(cell.left, cell.right) else ""
            texts.append((cell, cell.own_text or up, "" if not cell.own_text else up))
    return texts


def _two_lines_unaligned(row: Row, below: Row) -> _Texts:
    """The second line put in for the head it parts; its empty cells stand for the other heads."""
    if len(below) == len(row):
        return [
            (cell, cell.own_text or up.own_text, up.own_text if cell.own_text else "")
            for cell, up in zip(below, row, strict=True)
        ]
    if all(cell.own_text for cell in below):
        heads = indicator_heads()
        parted = next((c for c in row if heads.meaning_of(c.own_text) == "target"), None)
        return [
            (each, each.own_text, "")
            for cell in row
            for each in (below if cell is parted else (cell,))
        ]
    texts = []
    left = list(row)
    was_empty = True
    for cell in below:
        if cell.own_text:
            if was_empty and left:
                left.pop(0)
            texts.append((cell, cell.own_text, ""))
        else:
            head = left.pop(0) if left else cell
            texts.append((cell, head.own_text, ""))
        was_empty = not cell.own_text
    return texts
