"""Workbooks recalculated by LibreOffice, and other values entered into them. Expects nothing."""

import io
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Final, TypeAlias

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell

from indicator_dsl.model import Checklist
from indicator_dsl.quantities import CalendarDay, Quantity, text_from_number
from indicator_dsl.scoring import LineScore, Scorecard

_Value: TypeAlias = str | int | float | date | None
FORM: Final = "自评表"
SUMS: Final = "核算"
_FOLLOWS: Final = re.compile(r"=IF\('自评表'!([A-Z]+\d+)=\"\",\"\",'自评表'!\1\)")


def recalculated(program: str, books: Sequence[bytes], folder: Path) -> list[Workbook]:
    """The workbooks with every formula worked out anew, read as values."""
    if not books:
        return []
    for number, content in enumerate(books):
        (folder / f"{number}.xlsx").write_bytes(content)
    out = folder / "out"
    subprocess.run(  # noqa: S603 - the program under test
        [
            program,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "xlsx:Calc MS Excel 2007 XML",
            "--outdir",
            str(out),
            *(str(folder / f"{number}.xlsx") for number in range(len(books))),
        ],
        capture_output=True,
        check=True,
        timeout=300,
    )
    return [load_workbook(out / f"{number}.xlsx", data_only=True) for number in range(len(books))]


class Sums:
    """The sheet of sums of a workbook as it was written: which rows speak of what."""

    def __init__(self, content: bytes) -> None:
        self.book = load_workbook(io.BytesIO(content))
        self.sheet = self.book[SUMS]
        self.figures: dict[str, int] = {}
        self.lines: dict[str, int] = {}
        self.items: list[int] = []
        self.total = 0
        self._read()

    def _read(self) -> None:
        kind = ""
        for row in range(3, self.sheet.max_row + 1):
            name = self.sheet.cell(row, 1).value
            if name in ("数据", "指标", "要点", "figure", "indicator", "item"):
                kind = str(name)
            elif name in ("总分", "Total"):
                self.total = row
            elif name is None:
                kind = ""
            elif kind in ("数据", "figure"):
                self.figures[str(name)] = row
            elif kind in ("指标", "indicator"):
                self.lines[str(name)] = row
            elif kind in ("要点", "item"):
                self.items.append(row)

    def entry(self, row: int) -> Cell:
        """The cell to change: on the form where the row follows one there, else the row's own."""
        cell = self.sheet.cell(row, 3)
        match = _FOLLOWS.fullmatch(str(cell.value))
        found = self.book[FORM][match[1]] if match else cell
        assert isinstance(found, Cell)
        return found

    def is_live(self, row: int) -> bool:
        """Whether the points of the row follow what is entered."""
        column = 8 if row == self.total else 6
        return str(self.sheet.cell(row, column).value).startswith("=")

    def steps(self, row: int) -> int:
        """How many steps of the last decimal make one."""
        return int(str(self.sheet.cell(row, 5).value))

    def most(self, row: int) -> int:
        """The largest number that counts."""
        found = re.search(r"ABS\(C\d+\)<=(\d+)", str(self.sheet.cell(row, 4).value))
        assert found is not None
        return int(found[1])

    def holdable(self, row: int, observed: Quantity) -> tuple[Quantity, int | float]:
        """A figure near the one observed that the cell takes, and what to enter for it."""
        is_share = str(self.entry(row).number_format).endswith("%")
        number = observed.magnitude if is_share else observed.number
        steps = self.steps(row)
        count = int(number * steps // 1)
        count = max(-self.most(row) * steps, min(count, self.most(row) * steps))
        if len(str(abs(count)).rstrip("0")) > 15:
            count = count // 10**4 * 10**4
        held = Fraction(count, steps)
        number = held / observed.unit.factor if is_share else held
        entered = held.numerator if held.denominator == 1 else float(held)
        return Quantity(number, observed.unit), entered

    def enter(self, row: int, value: _Value) -> None:
        """Changes a cell."""
        self.entry(row).value = value

    def content(self) -> bytes:
        """The workbook as it is now."""
        stream = io.BytesIO()
        self.book.save(stream)
        return stream.getvalue()


def is_entered(line: LineScore, card: Scorecard) -> bool:
    """Whether a line's figure is one that somebody enters."""
    return all(line.indicator.name != figure.name for figure in card.ruleset.derived)


def with_other_values(
    sums: Sums, after: Scorecard, cells: Mapping[str, object]
) -> Iterator[tuple[str, object]]:
    """Enters what `after` was scored on, and yields what was entered as `evaluate` takes it.

    What is not live stays as it was in `cells`.
    """
    yield from _figures_entered(sums, after, cells)
    items = iter(sums.items)
    for line in after.lines:
        name = line.indicator.name
        row = sums.lines.get(name, 0)
        if not sums.is_live(row):
            yield name, cells.get(name)
            continue
        measure = line.indicator.measure
        if isinstance(measure, Checklist):
            marks = line.marks or (None,) * len(measure.items)
            answers = {}
            for item, mark in zip(measure.items, marks, strict=True):
                answer = None if mark is None else ("是" if mark else "否")
                sums.enter(next(items), answer)
                answers[item.name] = answer
            yield name, answers
        elif is_entered(line, after):
            yield name, _entered(sums, row, line)
    facts = [extra.name for extra in after.ruleset.extras]
    facts += [veto.name for veto in after.ruleset.vetoes]
    for name in facts:
        if name in cells:
            yield name, cells[name]


def _figures_entered(
    sums: Sums, after: Scorecard, cells: Mapping[str, object]
) -> Iterator[tuple[str, object]]:
    amounts = {figure.name: figure.quantity for figure in after.figures}
    for name, row in sums.figures.items():
        observed = amounts[name]
        if observed is None:
            sums.enter(row, None)
        else:
            quantity, entered = sums.holdable(row, observed)
            sums.enter(row, entered)
            yield name, quantity.number
    for name in amounts.keys() & cells.keys() - sums.figures.keys():
        yield name, cells[name]


def _entered(sums: Sums, row: int, line: LineScore) -> object:
    observed = line.observed
    match observed:
        case Quantity():
            quantity, entered = sums.holdable(row, observed)
            sums.enter(row, entered)
            return quantity.number
        case CalendarDay():
            sums.enter(row, observed.date)
            return observed.date
        case str() if line.exact is not None and sums.entry(row).number_format.endswith("%"):
            share = Fraction(int(line.exact / line.indicator.weight * 10**6), 10**6)
            sums.enter(row, float(share))
            return f"{observed} {text_from_number(share * 100)} %"
        case str():
            sums.enter(row, observed)
            return observed
        case _:
            sums.enter(row, None)
            return None
