"""The whole report on the peers as text: their versions and three tables."""

from typing import Final

from bench.peers import weights
from bench.peers.comparing import compared
from bench.peers.handwritten import BY_HAND
from bench.peers.tables import offers, releases, table

_SHEETS: Final = 2_000
_FEW: Final = 200


def told(*, is_quick: bool) -> str:
    """What `python -m bench.peers` prints.

    Args:
        is_quick: Three repetitions, and fewer sheets to check.
    """
    sheets = _FEW if is_quick else _SHEETS
    found = tuple(compared(sheets=sheets, repetitions=3 if is_quick else 9))
    yardstick = f"{BY_HAND.name}, {BY_HAND.way}"
    heading = (
        f"ratio: to {yardstick}; ties, elsewhere: sheets with wrong points, of {sheets:,} each"
    )
    one_line = f"one line of every weight from 1 to {weights.HEAVIEST}, at all of its ties"
    return "\n\n".join(
        (
            f"{releases(found)}\n\n{heading}",
            table(found),
            f"What comes with the points\n\n{offers(found)}",
            f"Wrong points of {one_line}\n\n{weights.table()}",
        )
    )
