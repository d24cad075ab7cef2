"""Text of a form with one cell a line, and nothing that tells where a row ends.

The heads are found by their words; where the rows begin, by what the cells look like.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import define, frozen

from indicator_dsl.forms.cells import form_cell
from indicator_dsl.forms.columns import BLOCK
from indicator_dsl.forms.grids import Block, Counter, GridCell, Row, Table
from indicator_dsl.forms.labels import goals_of, labelled
from indicator_dsl.forms.likeliest_rows import likeliest_rows
from indicator_dsl.forms.likeness import is_number
from indicator_dsl.forms.words import (
    Heads,
    goal_heads,
    indicator_heads,
    is_block,
    is_level,
    is_title,
    is_total,
    money_heads,
)
from indicator_dsl.model import FormCell
from indicator_dsl.wording import Text

_MOST_LINES: Final = 5_000
_PARTS: Final = 4  # lines one head may be broken into
_FEWEST: Final = 3
_GOALS: Final = 2
_LONGEST: Final = 20


@frozen
class _Heads:
    """A run of heads: its lines, and what each head means and says."""

    begin: int
    end: int
    meanings: tuple[str, ...]
    texts: tuple[str, ...]


def blocks_from_lined(text: str, counter: Counter | None = None) -> tuple[Block, ...]:
    """The paragraphs and tables of a text with one cell a line; none where no heads are found.

    Args:
        text: What copying gave; texts of more than 5 000 lines are not looked at.
        counter: Refuses what is too much.

    Raises:
        TooLarge: as the counter says.

    Example:
        >>> lines = ["三级指标", "指标值", "实际完成值", "年办件量", "≥2万件", "3万件"]
        >>> (table,) = blocks_from_lined(chr(10).join(lines))
        >>> [[cell.text for cell in row] for row in table.rows][-1]
        ['年办件量', '≥2万件', '3万件']
    """
    lines = text.split("\n")
    if len(lines) > _MOST_LINES:
        return ()
    return tuple(_Reading(lines, counter or Counter()).blocks())


@define
class _Reading:
    lines: Sequence[str]
    counter: Counter

    def blocks(self) -> Iterator[Block]:
        """Everything from the top, a form after the other."""
        at = 0
        while heads := self._heads(at, len(self.lines), indicator_heads()):
            begin = self._first_label(at, heads.begin)
            yield from self._paragraphs(at, begin)
            end = self._end_of_rows(heads.end)
            rows = [*self._above(begin, heads.begin), self._row(heads.texts, heads.begin)]
            rows += self._under(heads.meanings, heads.end, end)
            if end < len(self.lines) and is_total(self.lines[end]):
                behind = list(self._behind(end + 1))
                rows.append(self._row([self.lines[end], *filter(None, behind)], end))
                end += 1 + len(behind)
            yield Table(tuple(rows), is_aligned=False)
            at = end
        if at:
            yield from self._paragraphs(at, len(self.lines))

    def _heads(self, begin: int, end: int, heads: Heads) -> _Heads | None:
        """The first run of heads between two lines."""
        at = begin
        while at < end:
            found = self._run(at, end, heads)
            if len(found.meanings) >= _FEWEST and (
                heads is not indicator_heads()
                or ("name" in found.meanings and {"target", "actual"} & set(found.meanings))
            ):
                return found
            at = max(at + 1, found.end)
        return None

    def _run(self, begin: int, end: int, heads: Heads) -> _Heads:
        meanings: list[str] = []
        texts: list[str] = []
        at = begin
        while at < end:
            text, parts = self._head(at, end, heads)
            if not parts:
                break
            meaning, rank = heads.ranked(text)
            if meaning in meanings:  # of two heads of one meaning the better one counts
                before = meanings.index(meaning)
                if heads.ranked(texts[before])[1] <= rank:
                    meaning = ""
                else:
                    meanings[before] = BLOCK
            meanings.append(meaning)
            texts.append(text)
            at += parts
        return _Heads(begin, at, tuple(meanings), tuple(texts))

    def _head(self, at: int, end: int, heads: Heads) -> tuple[str, int]:
        """The head that begins with a line, and how many lines it takes; 0 when it is none."""
        for parts in range(_PARTS, 0, -1):
            said = [line.strip() for line in self.lines[at : min(at + parts, end)]]
            joined = "".join(said)
            if all(said) and heads.known(joined):
                return joined, len(said)
        line = self.lines[at].strip()
        return (line, 1) if len(line) <= _LONGEST and heads.meaning_of(line) else ("", 0)

    def _first_label(self, begin: int, end: int) -> int:
        """Where the sheet begins: the first title or label before its heads."""
        for at in range(begin, end):
            line = self.lines[at]
            if is_title(line) or (labelled(line)[0] in ("project", "department", "agency")):
                return at
        return end

    def _above(self, begin: int, end: int) -> Iterator[Row]:
        """Labels and values, the money, the goals."""
        money = self._heads(begin, end, money_heads())
        behind = begin
        if money:
            yield self._row(self.lines[begin : money.begin], begin)
            behind = self._end_of_money(money.end, end)
            label = "" if money.begin == begin else self.lines[money.begin - 1]
            yield self._row((label if is_block(label) else "", *money.texts), money.begin)
            yield from self._under(("label", *money.meanings), money.end, behind)
        goals = self._goals(behind, end)
        if goals is None:
            yield self._row(self.lines[behind:end], behind)
            return
        yield self._row(self.lines[behind:goals], behind)
        yield self._row(self.lines[goals : goals + _GOALS], goals)
        said = [at for at in range(goals + _GOALS, end) if len(self.lines[at].strip()) > 1]
        while said and is_block(self.lines[said[-1]]):
            said.pop()
        texts = [self.lines[at].strip() for at in said]
        half = _second(texts)
        yield self._row(["".join(texts[:half]), "".join(texts[half:])], goals + _GOALS)

    def _goals(self, begin: int, end: int) -> int | None:
        for at in range(begin, end - 1):
            pair = [FormCell(text=line.strip()) for line in self.lines[at : at + _GOALS]]
            if all(pair) and goals_of(pair):
                return at
        return None

    def _end_of_money(self, begin: int, end: int) -> int:
        for at in range(begin, end):
            if goal_heads().known(self.lines[at]) or labelled(self.lines[at])[0]:
                return at
        return end

    def _end_of_rows(self, begin: int) -> int:
        for at in range(begin, len(self.lines)):
            if is_total(self.lines[at]) or is_title(self.lines[at]):
                return at
        return len(self.lines)

    def _under(self, meanings: Sequence[str], begin: int, end: int) -> Iterator[Row]:
        texts, places = self._cells(begin, end)
        left = set(range(len(texts)))
        for row in likeliest_rows(texts, meanings):
            if any(texts[at] for at in row.values()):
                left -= set(row.values())
                every = range(len(meanings))
                cells = [texts[row[column]] if column in row else "" for column in every]
                yield self._row(cells, places[min(row.values())])
        for at in sorted(left):
            if texts[at]:
                yield self._row([texts[at]], places[at])

    def _cells(self, begin: int, end: int) -> tuple[list[str], list[int]]:
        """The cells between two lines and where they begin; names of levels are made whole."""
        texts: list[str] = []
        places: list[int] = []
        for at in range(begin, end):
            text = self.lines[at].strip()
            if texts and (texts[-1] + text).isalpha() and text and is_level(texts[-1] + text):
                texts[-1] += text
                continue
            texts.append(text)
            places.append(at)
        return texts, places

    def _behind(self, at: int) -> Iterator[str]:
        """The lines of a row of totals behind its first one."""
        numbers = 0
        for line in self.lines[at:]:
            if (line.strip() and not is_number(line)) or numbers == _GOALS:
                return
            numbers += is_number(line)
            yield line.strip()

    def _row(self, texts: Sequence[str], begin: int) -> Row:
        self.counter.count(len(texts))
        where = _where(begin + 1)
        return tuple(GridCell(form_cell(text, where), at, at + 1) for at, text in enumerate(texts))

    def _paragraphs(self, begin: int, end: int) -> Iterator[FormCell]:
        for at in range(begin, end):
            if self.lines[at].strip():
                self.counter.count(1, rows=0)
                yield form_cell(self.lines[at], _where(at + 1))


def _second(texts: Sequence[str]) -> int:
    """Which of some paragraphs begins the second goal: where the numbers begin again, or half."""
    again = (at for at, text in enumerate(texts) if at and text[:2] == texts[0][:2])
    return next(again, (len(texts) + 1) // 2)


def _where(number: int) -> Text:
    return Text(f"line {number}", f"第 {number} 行")
