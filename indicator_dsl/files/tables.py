"""Tables as actuals: the head row found by its words, every row below it an entry.

Cells stay as written: only their target knows how to read them.
"""

import unicodedata
from collections.abc import Mapping
from fractions import Fraction
from typing import Final, Literal, TypeAlias

from attrs import define, evolve, field, frozen

from indicator_dsl import codes
from indicator_dsl.diagnostics import Collector, Label
from indicator_dsl.files.grid import Cell, Grid, column_letters
from indicator_dsl.model import Actuals, Entry
from indicator_dsl.quantities import NotANumber, number_from_text
from indicator_dsl.wording import Text, name_from_text

_Column: TypeAlias = Literal["name", "actual", "reported", "reason", "item"]
_HEADINGS: Final[Mapping[_Column, tuple[str, ...]]] = {
    "name": ("指标", "名称", "指标名称", "绩效指标", "三级指标", "indicator", "name"),
    "actual": (
        *("实际完成值", "实际完成", "实际完成情况", "实际值", "实际", "完成值"),
        *("全年实际完成值", "年度实际完成值", "actual", "actual value", "actuals"),
    ),
    "reported": ("自评得分", "自评", "自评分", "得分", "reported", "reported score"),
    "reason": (
        *("原因", "偏差原因", "偏差原因分析", "偏差原因分析及改进措施", "未完成原因"),
        *("reason", "reasons"),
    ),
    "item": ("要点", "item"),
}
_MEANINGS: Final[Mapping[_Column, Text]] = {
    "name": Text("the indicator's name", "指标名称"),
    "actual": Text("the actual value", "实际完成值"),
    "reported": Text("the reported points", "自评得分"),
    "reason": Text("the reason", "原因"),
    "item": Text("the item", "要点"),
}
_MEANT: Final = {word: column for column, words in _HEADINGS.items() for word in words}
_TOTALS: Final = ("总分", "合计", "总计", "total")
_LOOKED_AT: Final = 50


@frozen
class Head:
    """The head row of a table: where it is, and the column of each meaning."""

    row: int
    columns: Mapping[_Column, int]


def head_of(grid: Grid, collector: Collector) -> Head | None:
    """The head row; None when none of the first rows names an indicator and its actual value.

    Example:
        >>> grid = Grid.of("a.csv", [["附表"], ["指标名称", "实际完成值"]])
        >>> head_of(grid, Collector()).columns
        {'name': 0, 'actual': 1}
    """
    for row, cells in enumerate(grid.rows[:_LOOKED_AT]):
        meant = [_MEANT.get(_plain(text)) for text in cells]
        if "name" in meant and "actual" in meant:
            columns: dict[_Column, int] = {}
            for column, meaning in enumerate(meant):
                if meaning is None:
                    continue
                if meaning in columns:
                    _refuse_column(grid, row, (columns[meaning], column), meaning, collector)
                columns.setdefault(meaning, column)
            return Head(row, columns)
    return None


def actuals_from_grid(grid: Grid, head: Head, collector: Collector) -> Actuals:
    """The entries below a head row, every fault reported at its cell.

    A row that leaves its name out and names an item belongs to the indicator above.
    """
    reading = _Reading(grid, head, collector)
    for row in range(head.row + 1, len(grid.rows)):
        reading.read(row)
    return Actuals(entries=tuple(reading.entries.values()), reported_total=reading.total)


@define
class _Reading:
    grid: Grid
    head: Head
    collector: Collector
    entries: dict[str, Entry] = field(factory=dict)
    total: Fraction | None = None
    last: str = ""

    def read(self, row: int) -> None:
        """Takes one row in."""
        cells = {meaning: self.grid.cell(row, at) for meaning, at in self.head.columns.items()}
        given = [cell for cell in cells.values() if cell.text]
        if not given or all(_plain(cell.text) in _MEANT for cell in given):  # a head row repeated
            return
        name, item = name_from_text(cells["name"].text), _text(cells, "item")
        if not name and item and self.last:
            self._item(self.last, item, cells)
        elif not name:
            self._nameless(given[0])
        elif _plain(name) in _TOTALS and not cells["actual"].text:
            self.total = self._points(cells) if self.total is None else self.total
        elif item:
            self.entries.setdefault(name, Entry(name=name, place=cells["name"].place))
            self._item(name, item, cells)
        elif name in self.entries:
            first = Label(self.entries[name].place, Text("first here", "第一处"))
            place = cells["name"].place
            self.collector.add(codes.ACTUAL_DUPLICATE.at(place, first, name=name))
        else:
            self.entries[name] = Entry(
                name=name,
                cell=cells["actual"].text or None,
                reported=self._points(cells),
                reason=_text(cells, "reason"),
                place=cells["name"].place,
            )
        self.last = name or self.last

    def _item(self, name: str, item: str, cells: Mapping[_Column, Cell]) -> None:
        entry = self.entries[name]
        said = name_from_text(item)
        if said in dict(entry.items):
            place = cells["item"].place
            self.collector.add(codes.ACTUAL_DUPLICATE.at(place, name=f"{name} / {said}"))
            return
        points = self._points(cells)
        self.entries[name] = evolve(
            entry,
            items=(*entry.items, (said, cells["actual"].text)),
            reported=entry.reported if points is None else points,
            reason=entry.reason or _text(cells, "reason"),
        )

    def _nameless(self, cell: Cell) -> None:
        column = column_letters(self.head.columns["name"])
        found = codes.ROW_WITHOUT_NAME.at(
            cell.place, where=cell.where, text=cell.text, column=column
        )
        self.collector.add(found)

    def _points(self, cells: Mapping[_Column, Cell]) -> Fraction | None:
        cell = cells.get("reported")
        if cell is None or not cell.text:
            return None
        try:
            return number_from_text(cell.text.removesuffix("分").strip())
        except NotANumber:
            found = codes.POINTS_UNREADABLE.at(cell.place, where=cell.where, text=cell.text)
            self.collector.add(found)
            return None


def _text(cells: Mapping[_Column, Cell], meaning: _Column) -> str:
    return cells[meaning].text if meaning in cells else ""


def _plain(text: str) -> str:
    """A heading as it is compared: width, case and blanks between Chinese words do not count."""
    said = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    return said if said.isascii() else said.replace(" ", "")


def _refuse_column(
    grid: Grid, row: int, columns: tuple[int, int], meaning: _Column, collector: Collector
) -> None:
    first, second = (grid.cell(row, column) for column in columns)
    collector.add(
        codes.COLUMN_REPEATED.at(
            second.place,
            Label(first.place, Text("first here", "第一处")),
            first=first.where,
            second=second.where,
            meaning=_MEANINGS[meaning],
        )
    )
