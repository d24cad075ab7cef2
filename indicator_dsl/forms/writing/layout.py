"""The official form as a grid of cells, some of them several rows or columns large.

Knows no file format; both writers draw what stands here.
"""

from enum import Enum
from functools import cached_property
from itertools import groupby
from typing import Final

from attrs import frozen

from indicator_dsl.forms.writing.official import (
    OfficialCell,
    OfficialForm,
    OfficialLine,
    OfficialMoney,
)


class Role(Enum):
    """What a cell is for, which decides how it looks."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    HEAD = "head"
    WORDS = "words"  # set left, may be long
    VALUE = "value"  # set in the middle, short


@frozen
class Slot:
    """Which value of the form a cell holds: `line`, `money` or `form`, its number, and the field.

    Example:
        >>> Slot("line", 2, "actual").field
        'actual'
    """

    part: str
    number: int
    field: str


@frozen(kw_only=True)
class Placed:
    """A cell with its place: the first row and column (from 0), and how many it covers."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1
    cell: OfficialCell
    role: Role
    slot: Slot | None = None


@frozen(kw_only=True)
class Grid:
    """The whole form; `widths` are in half-width characters. `frame` is the first row with lines.

    No two cells share a place, and those from `frame` on leave none empty.
    """

    widths: tuple[int, ...]
    cells: tuple[Placed, ...]
    frame: int
    rows: int

    def placed(self, slot: Slot) -> Placed | None:
        """The cell that holds a value; None where the form shows none."""
        return self._by_slot.get(slot)

    @cached_property
    def _by_slot(self) -> dict[Slot, Placed]:
        return {each.slot: each for each in self.cells if each.slot is not None}


_WIDTHS: Final = {
    "side": 6,
    "level1": 12,
    "level2": 16,
    "name": 26,
    "nature": 9,
    "target": 18,
    "unit": 9,
    "actual": 18,
    "weight": 9,
    "score": 10,
    "recomputed": 10,
    "reason": 28,
}
_HEADS: Final = {
    "level1": "一级指标",
    "level2": "二级指标",
    "name": "三级指标",
    "nature": "指标性质",
    "target": "年度指标值",
    "unit": "度量单位",
    "actual": "实际完成值",
    "weight": "分值",
    "score": "得分",
    "recomputed": "复核得分",
    "reason": "偏差原因分析\n及改进措施",
}
_WORDY: Final = frozenset({"name", "reason"})


class _Drawing:
    """A form being laid out, row by row."""

    def __init__(self, form: OfficialForm) -> None:
        self._form = form
        absent = {
            "nature": not form.has_nature,
            "unit": not form.has_unit,
            "recomputed": not form.is_recomputed,
        }
        self.keys = [key for key in _WIDTHS if not absent.get(key)]
        self.cells: list[Placed] = []
        self.row = 0

    def put(
        self,
        start: str,
        end: str,
        text: str | OfficialCell,
        role: Role,
        *,
        rows: int = 1,
        slot: Slot | None = None,
    ) -> None:
        """One cell from a column to another one of this row."""
        first, last = self.keys.index(start), self.keys.index(end)
        cell = OfficialCell(text=text) if isinstance(text, str) else text
        self.cells.append(
            Placed(
                row=self.row,
                column=first,
                rows=rows,
                columns=last - first + 1,
                cell=cell,
                role=role,
                slot=slot,
            )
        )

    def heading(self) -> None:
        """The title, the year, and whose project it is."""
        form = self._form
        self.put("side", "reason", form.title, Role.TITLE)
        self.row += 1
        year = form.year.strip("（）() ").removesuffix("年度").removesuffix("年")
        self.put("side", "reason", f"（{year or '    '}年度）", Role.SUBTITLE)
        self.row += 1
        self.put("side", "level1", "项目名称", Role.HEAD)
        self.put("level2", "reason", form.project, Role.VALUE)
        self.row += 1
        self.put("side", "level1", "主管部门", Role.HEAD)
        self.put("level2", self.before("actual"), form.department, Role.VALUE)
        self.put("actual", "actual", "实施单位", Role.HEAD)
        self.put("weight", "reason", form.agency, Role.VALUE)
        self.row += 1

    def before(self, key: str) -> str:
        """The column on the left of another one."""
        return self.keys[self.keys.index(key) - 1]

    def money(self) -> None:
        """The block 项目资金."""
        rows = self._form.money or (OfficialMoney(label="年度资金总额"),)
        text = f"项目资金\n（{self._form.money_unit}）"
        self.put("side", "level1", text, Role.HEAD, rows=len(rows) + 1)
        spans = self._money_spans()
        for (start, end), head in zip(
            (("level2", "level2"), *spans.values()),
            ("", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", *self._score_heads()),
            strict=True,
        ):
            self.put(start, end, head, Role.HEAD)
        self.row += 1
        for number, row in enumerate(rows):
            self.put("level2", "level2", row.label, Role.HEAD)
            for field, (start, end) in spans.items():
                slot = Slot("money", number, field)
                self.put(start, end, getattr(row, field), Role.VALUE, slot=slot)
            self.row += 1

    def _score_heads(self) -> tuple[str, ...]:
        return ("得分", "复核得分") if self._form.is_recomputed else ("得分",)

    def _money_spans(self) -> dict[str, tuple[str, str]]:
        spans = {
            "initial": ("name", "name"),
            "budget": (self.keys[self.keys.index("name") + 1], self.before("actual")),
            "executed": ("actual", "actual"),
            "weight": ("weight", "weight"),
            "rate": ("score", "score"),
        }
        if self._form.is_recomputed:
            spans["score"] = ("recomputed", "recomputed")
            spans["recomputed"] = ("reason", "reason")
        else:
            spans["score"] = ("reason", "reason")
        return spans

    def goals(self) -> None:
        """The goals of the year in words."""
        half = self.before("actual")
        self.put("side", "side", "年度总体目标", Role.HEAD, rows=2)
        self.put("level1", half, "预期目标", Role.HEAD)
        self.put("actual", "reason", "实际完成情况", Role.HEAD)
        self.row += 1
        self.put("level1", half, self._form.expected, Role.WORDS)
        self.put("actual", "reason", self._form.achieved, Role.WORDS)
        self.row += 1

    def lines(self) -> None:
        """The indicators, equal headings drawn together."""
        lines = list(enumerate(self._form.lines))
        self.put("side", "side", "绩效指标", Role.HEAD, rows=len(lines) + 1)
        for key in self.keys[1:]:
            self.put(key, key, _HEADS[key], Role.HEAD)
        self.row += 1
        for level1, under1 in groupby(lines, lambda each: each[1].level1):
            group1 = list(under1)
            self.put("level1", "level1", level1, Role.VALUE, rows=len(group1))
            for level2, under2 in groupby(group1, lambda each: each[1].level2):
                group2 = list(under2)
                self.put("level2", "level2", level2, Role.VALUE, rows=len(group2))
                for number, line in group2:
                    self._line(number, line)

    def _line(self, number: int, line: OfficialLine) -> None:
        for key in self.keys[3:]:
            role = Role.WORDS if key in _WORDY else Role.VALUE
            self.put(key, key, getattr(line, key), role, slot=Slot("line", number, key))
        self.row += 1

    def total(self) -> None:
        """The row 总分."""
        form = self._form
        self.put("side", "actual", "总分", Role.HEAD)
        cells = {"weight": form.total_weight, "score": form.total_score}
        if form.is_recomputed:
            cells["recomputed"] = form.total_recomputed
        for key, cell in cells.items():
            self.put(key, key, cell, Role.VALUE, slot=Slot("form", 0, key))
        self.put("reason", "reason", "", Role.VALUE)
        self.row += 1


_FRAME: Final = 2


def grid_of(form: OfficialForm) -> Grid:
    """The form laid out.

    Example:
        >>> grid = grid_of(OfficialForm())
        >>> grid.cells[0].cell.text, grid.cells[0].columns
        ('项目支出绩效自评表', 9)
    """
    drawing = _Drawing(form)
    drawing.heading()
    drawing.money()
    drawing.goals()
    drawing.lines()
    drawing.total()
    return Grid(
        widths=tuple(_WIDTHS[key] for key in drawing.keys),
        cells=tuple(drawing.cells),
        frame=_FRAME,
        rows=drawing.row,
    )
