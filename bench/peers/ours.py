"""The library itself, by each of its doors, held to the same fractions as every peer."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from bench.peers.of_columns import MANY
from bench.peers.peer import Offer, Peer, Prepared
from bench.peers.sheets import Sheet
from bench.records import DECIMALS, ORDER, RULESET
from indicator_dsl import load_ruleset

NAME: Final = "indicator-dsl"
_UNITS: Final = ("万元", "万元", "件", "", "%", "万元", "", "%")
_PLACES: Final = (4, 4, 0, 0, 2, 4, 0, 2)
_OFFER: Final = Offer(reason="every line", units="checked", checks="text, sheet, actuals")


def _numbers(sheet: Sheet) -> dict[str, Any]:
    return {
        name: Decimal(value).scaleb(-places) if isinstance(value, int) else value
        for name, value, places in zip(ORDER, sheet, _PLACES, strict=True)
    }


def _cells(sheet: Sheet) -> dict[str, str]:
    return {
        name: f"{value}{unit}"
        for (name, value), unit in zip(_numbers(sheet).items(), _UNITS, strict=True)
    }


def _points(sheets: Sequence[Sheet]) -> Prepared:
    scorer = load_ruleset(RULESET).scorer(DECIMALS)
    places = [ORDER.index(figure.name) for figure in scorer.figures]
    records = [tuple(sheet[place] for place in places) for sheet in sheets]
    points: Any = scorer.points
    return Prepared(lambda: [points(*record) for record in records])


def _cards(records: Sequence[dict[str, Any]]) -> Prepared:
    ruleset = load_ruleset(RULESET)

    def work() -> list[tuple[Any, ...]]:
        told: list[tuple[Any, ...]] = []
        for record in records:
            card = ruleset.evaluate(record)
            lines = card.lines
            for line in lines:
                _ = line.lost, line.reason
            told.append((*(line.earned for line in lines), card.total))
        return told

    return Prepared(work)


def _frame(sheets: Sequence[Sheet]) -> Prepared:
    import polars as pl  # noqa: PLC0415 - an extra, and heavy

    ruleset = load_ruleset(RULESET)
    columns = zip(*(_numbers(sheet).values() for sheet in sheets), strict=True)
    frame = pl.DataFrame(dict(zip(ORDER, map(list, columns), strict=True)))
    names = [*(f"earned:{rule.name}" for rule in ruleset.model.indicators), "total"]

    def work() -> pl.DataFrame:
        return ruleset.evaluate_frame(frame, whole_numbers=True)

    return Prepared(work, lambda found: found.select(names).iter_rows())


PEERS: Final = (
    Peer(
        name=NAME,
        way="whole numbers, points only",
        prepare=_points,
        in_hundredths=True,
        offer=_OFFER,
    ),
    Peer(
        name=NAME,
        way="Decimals, every line read",
        prepare=lambda sheets: _cards([_numbers(sheet) for sheet in sheets]),
        offer=_OFFER,
    ),
    Peer(
        name=NAME,
        way="cells, every line read",
        prepare=lambda sheets: _cards([_cells(sheet) for sheet in sheets]),
        offer=_OFFER,
    ),
    Peer(
        name=NAME,
        way="a polars frame, with reasons",
        module="polars",
        prepare=_frame,
        in_hundredths=True,
        count=MANY,
        offer=_OFFER,
    ),
)
