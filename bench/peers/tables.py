"""The comparison as tables of plain text. Judges nothing."""

from collections.abc import Iterable
from typing import Final

from bench.peers.comparing import Comparison
from bench.tables import aligned, number, time

HEADINGS: Final = ("peer", "its rules are in", "ratio", "min–max", "a sheet", "ties", "elsewhere")
OFFERS: Final = ("peer", "reasons", "units", "checks")
NOT_INSTALLED: Final = "not installed"
_NONE: Final = "—"


def table(comparisons: Iterable[Comparison]) -> str:
    """What each peer costs and gets wrong, one row a peer and way.

    Example:
        >>> from bench.peers.peer import Peer, Prepared
        >>> peer = Peer(name="x", way="y", module="not_there", prepare=lambda _: Prepared(list))
        >>> table([Comparison(peer=peer)]).splitlines()[2].split()
        ['x', 'y', 'not', 'installed', '—', '—', '—', '—']
    """
    rows = [_cells(each) for each in comparisons]
    return aligned(HEADINGS, rows, right=slice(2, None))


def offers(comparisons: Iterable[Comparison]) -> str:
    """What comes with the points of each peer, one row a peer."""
    told = {each.peer.name: each.peer.offer for each in comparisons}
    rows = [
        (name, *(word or _NONE for word in (offer.reason, offer.units, offer.checks)))
        for name, offer in told.items()
    ]
    return aligned(OFFERS, rows, right=slice(0, 0))


def releases(comparisons: Iterable[Comparison]) -> str:
    """The versions of the peers that took part, each once."""
    peers = (each.peer for each in comparisons)
    told = {f"{peer.package or peer.module} {peer.release}" for peer in peers if peer.release}
    return ", ".join(sorted(told))


def _cells(found: Comparison) -> tuple[str, ...]:
    figure = found.figure
    if figure is None:
        return (found.peer.name, found.peer.way, NOT_INSTALLED, *[_NONE] * 4)
    return (
        found.peer.name,
        found.peer.way,
        f"{number(figure.ratio)}×",
        f"{number(min(figure.ratios))}–{number(max(figure.ratios))}",
        time(figure.ratio * figure.yardstick_seconds),
        f"{found.tied:,}",
        f"{found.plain:,}",
    )
