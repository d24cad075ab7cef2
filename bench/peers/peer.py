"""What a peer is: a name, what must be installed for it, and how it is set to work.

Knows no peer.
"""

from collections.abc import Callable, Iterable, Sequence
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import Any, Final, TypeAlias

from attrs import field, frozen

from bench.peers.reference import Points, points_of
from bench.peers.sheets import Sheet

Answer: TypeAlias = Sequence[float]

DECIMALS: Final = "decimals"  # as the form writes its rules
WHOLE: Final = "whole numbers"  # scaled by hand
_HUNDREDTHS: Final = 100


@frozen
class Prepared:
    """Everything that is done once is done.

    Args:
        work: Scores all of the sheets; this is what is timed.
        read: What the work gave as seven points and their total, sheet by sheet.
    """

    work: Callable[[], Any]
    read: Callable[[Any], Iterable[Answer]] = field(default=iter)


@frozen(kw_only=True)
class Offer:
    """What comes with the points; an empty word where there is nothing of it.

    Args:
        reason: What tells why points were lost.
        units: What keeps 万元 from 元.
        checks: What asks about the sheet itself before it is used.
    """

    reason: str = ""
    units: str = ""
    checks: str = ""


NOTHING: Final = Offer()


@frozen(kw_only=True)
class Peer:
    """One way to score the sheets.

    Args:
        name: What it is called in the table.
        way: How the rules are written in it.
        module: What Python imports for it; empty for plain Python.
        package: What pip installs for it; as the module where empty.
        prepare: Everything that is done once; the work that is left scores all of the sheets.
        in_hundredths: Whether it answers in hundredths of points, not in points.
        count: The most sheets it is timed with.
        offer: What comes with the points.
    """

    name: str
    way: str
    prepare: Callable[[Sequence[Sheet]], Prepared] = field(eq=False)
    module: str = ""
    package: str = ""
    in_hundredths: bool = False
    count: int = 100
    offer: Offer = NOTHING

    @property
    def is_installed(self) -> bool:
        """Whether it can be run here."""
        return not self.module or find_spec(self.module) is not None

    @property
    def release(self) -> str:
        """Its installed version; empty for plain Python and where it is not installed."""
        try:
            return version(self.package or self.module) if self.module else ""
        except PackageNotFoundError:
            return ""

    def points(self, sheets: Sequence[Sheet]) -> tuple[Points, ...]:
        """What it gives each of the sheets, in hundredths of points."""
        prepared = self.prepare(sheets)
        # Whoever rounded to two places is within a hair of a hundredth; nothing is mended here.
        scale = 1 if self.in_hundredths else _HUNDREDTHS
        return tuple(
            tuple(round(float(points) * scale) for points in answer)
            for answer in prepared.read(prepared.work())
        )


def wrong(given: Iterable[Points], sheets: Iterable[Sheet]) -> int:
    """How many sheets have a line or a total that is not what the fractions say.

    Example:
        >>> sheet = Sheet(15992000, 16000000, 180050, "中", 12800, 31991200, "低", 95)
        >>> wrong([(1000, 1801, 600, 625, 500, 900, 10, 5436)], [sheet])
        0
        >>> wrong([(1000, 1800, 600, 625, 500, 900, 10, 5435)], [sheet])
        1
    """
    return sum(points != points_of(sheet) for points, sheet in zip(given, sheets, strict=True))
