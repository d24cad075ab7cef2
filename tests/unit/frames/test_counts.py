"""Bonuses, penalties and vetoes: what was not said counts as none, what cannot be read does not."""

from decimal import Decimal

import polars as pl
import pytest

from tests.columns import by_every_engine
from tests.engine import ruleset_of

# 20 points are earned; a bonus adds at most 3, a penalty takes at most 10, a veto holds to 12.
SHEET = ruleset_of("""
round 2 each
甲 >= 10 件 weight 20 by ratio
bonus "创新" 1 each cap 3 missing zero
penalty "违规" 5 each cap 10 missing zero
veto "虚报" total 12 missing zero
""")


@pytest.mark.parametrize(
    ("name", "cell", "low", "high", "is_apart"),
    [
        ("创新", None, 20, 20, False),
        ("创新", "", 20, 20, False),
        ("创新", "2", 22, 22, False),
        ("创新", "?", 20, 23, True),
        ("创新", "-1", 20, 23, True),
        ("违规", "", 20, 20, False),
        ("违规", "1", 15, 15, False),
        ("违规", "若干", 10, 20, True),
        ("虚报", "", 20, 20, False),
        ("虚报", "1", 12, 12, False),
        ("虚报", "不清楚", 12, 20, True),
    ],
)
def test_what_cannot_be_read_stays_open(
    name: str,
    cell: str | None,
    low: int,
    high: int,
    is_apart: bool,  # noqa: FBT001 - a table of cases
) -> None:
    frame = pl.DataFrame({"甲": [10], name: pl.Series([cell], dtype=pl.String)})
    total = Decimal(low) if low == high else None
    for engine, (row,) in by_every_engine(SHEET, frame).items():
        told = (row["total"], row["total_low"], row["total_high"], row["row_by_row"])
        assert (total, low, high, is_apart) == told, engine


@pytest.mark.parametrize(
    ("cell", "low", "high"), [(float("nan"), 20, 23), (float("inf"), 20, 23), (0.5, 20.5, 20.5)]
)
def test_a_double_that_is_no_number_stays_open(cell: float, low: float, high: float) -> None:
    frame = pl.DataFrame({"甲": [10], "创新": [cell]})
    for engine, (row,) in by_every_engine(SHEET, frame).items():
        assert (Decimal(low), Decimal(high)) == (row["total_low"], row["total_high"]), engine
