"""A grid of character cells to draw a curve on: fine dots where they can be shown, else signs.

Knows cells only, and no curve.
"""

from fractions import Fraction
from math import floor
from typing import Final

from attrs import define, field

_DOTS: Final = 0x2800  # the braille pattern without a dot
_BITS: Final = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))


@define(kw_only=True)
class Canvas:
    """Cells in rows, each with a sign laid over it, else the dots within it.

    Places are told as shares: 0 at the left and at the bottom, 1 at the right and at the top. One
    outside is not drawn. `is_plain` has one dot a cell, shown as an asterisk.
    """

    columns: int
    rows: int
    is_plain: bool
    _dots: dict[tuple[int, int], int] = field(factory=dict)
    _signs: dict[tuple[int, int], tuple[str, str]] = field(factory=dict)

    @property
    def across(self) -> int:
        """How many dots stand side by side."""
        return self.columns if self.is_plain else self.columns * 2

    @property
    def _down(self) -> int:
        return self.rows if self.is_plain else self.rows * 4

    def column_of(self, x: Fraction) -> int:
        """The cell a place falls into, from the left."""
        per_cell = 1 if self.is_plain else 2
        return _step(x, self.across) // per_cell

    def row_of(self, y: Fraction) -> int:
        """The cell a height falls into, from the top."""
        per_cell = 1 if self.is_plain else 4
        return _step(1 - y, self._down) // per_cell

    def line(self, dot: int, low: Fraction, high: Fraction) -> None:
        """Dots one above the other, at that dot from the left."""
        if not 0 <= dot < self.across:
            return
        top, bottom = _step(1 - high, self._down), _step(1 - low, self._down)
        for row in range(max(top, 0), min(bottom, self._down - 1) + 1):
            self._dot(dot, row)

    def _dot(self, dot: int, row: int) -> None:
        if self.is_plain:
            self._dots[dot, row] = 1
            return
        cell = dot // 2, row // 4
        self._dots[cell] = self._dots.get(cell, 0) | _BITS[dot % 2][row % 4]

    def sign(self, column: int, row: int, sign: str, style: str = "") -> None:
        """A sign in a cell, over whatever is there."""
        if 0 <= column < self.columns and 0 <= row < self.rows:
            self._signs[column, row] = sign, style

    def is_free(self, column: int, row: int) -> bool:
        """Whether nothing is drawn in a cell."""
        return (column, row) not in self._signs and (column, row) not in self._dots

    def cells(self, row: int) -> list[tuple[str, str]]:
        """The signs of a row from the left, each with its style."""
        return [self._cell(column, row) for column in range(self.columns)]

    def _cell(self, column: int, row: int) -> tuple[str, str]:
        if (column, row) in self._signs:
            return self._signs[column, row]
        dots = self._dots.get((column, row), 0)
        if not dots:
            return " ", ""
        return ("*" if self.is_plain else chr(_DOTS + dots)), "curve"


def _step(share: Fraction, count: int) -> int:
    """Which of so many steps a share falls into, the nearest one."""
    return floor(share * (count - 1) + Fraction(1, 2))
