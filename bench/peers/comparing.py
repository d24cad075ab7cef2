"""All peers on the same sheets in one run: what they cost, and how often their points are wrong.

A peer that is not installed is named as such; one that fails is an error, never left out.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from attrs import frozen

from bench.measuring import LONG_ENOUGH, Figure, measured
from bench.peers import expressions, handwritten, of_columns, openfisca, ours
from bench.peers.peer import Peer, wrong
from bench.peers.sheets import Sheet, plain_sheets, tied_sheets

EVERY: Final = (
    *ours.PEERS,
    *handwritten.PEERS,
    *expressions.PEERS,
    *openfisca.PEERS,
    *of_columns.PEERS,
)


@frozen(kw_only=True)
class Comparison:
    """How a peer did; None for all that is not known of one that is not installed.

    Args:
        peer: Which.
        figure: What a sheet costs, as a multiple of the integer function written by hand.
        tied: Of the sheets on ties, how many have wrong points.
        plain: Of the other sheets, how many.
    """

    peer: Peer
    figure: Figure | None = None
    tied: int | None = None
    plain: int | None = None


def compared(
    peers: Iterable[Peer] = EVERY,
    *,
    sheets: int,
    repetitions: int,
    most: int = of_columns.MANY,
    long_enough: float = LONG_ENOUGH,
) -> Iterator[Comparison]:
    """Each peer in turn.

    Args:
        peers: Who takes part.
        sheets: How many sheets of each kind are checked, at least 1.
        repetitions: Timings of each, at least 1.
        most: The most sheets a timing is of.
        long_enough: Seconds that a timing should last.
    """
    tied, plain = tied_sheets(sheets), plain_sheets(sheets)
    timed = plain_sheets(min(most, of_columns.MANY), seed=3)
    for peer in peers:
        if not peer.is_installed:
            yield Comparison(peer=peer)
            continue
        yield Comparison(
            peer=peer,
            figure=_figure(peer, timed[: peer.count], repetitions, long_enough),
            tied=wrong(peer.points(tied), tied),
            plain=wrong(peer.points(plain), plain),
        )


def _figure(peer: Peer, sheets: tuple[Sheet, ...], repetitions: int, long_enough: float) -> Figure:
    by_hand = handwritten.BY_HAND
    return measured(
        (peer.name, peer.prepare(sheets).work),
        (f"{by_hand.name}, {by_hand.way}", by_hand.prepare(sheets).work),
        repetitions=repetitions,
        long_enough=long_enough,
        pieces=len(sheets),
    )
