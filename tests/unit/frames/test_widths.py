"""Numbers that no column is wide enough for: their rows are scored one by one, none is refused."""

from decimal import Decimal

import polars as pl

from tests.columns import by_every_engine
from tests.engine import ruleset_of

# 单价 needs 15 digits above and below the line, its square 30, and the bound 18 more.
SQUARED = ruleset_of("""
round 2 each
input 金额 元
input 数量 元
let 单价 = 金额 / 数量
let 平方 = 单价 * 单价
limit total 5 when 平方 > 0.123456789
limit total 4 when 平方 > 123456789.123456789
甲 >= 3 件 weight 10 by ratio
""")


def test_a_limit_too_wide_for_columns_is_decided_row_by_row() -> None:
    # 平方 is 0.25, then 1333333.33… squared, then less than either bound.
    columns = {"甲": [3, 3, 1], "金额": ["1.5", "4000000", "0.1"], "数量": ["3", "3", "9"]}
    for engine, rows in by_every_engine(SQUARED, pl.DataFrame(columns)).items():
        totals = [row["total"] for row in rows]
        assert [Decimal("5.00"), Decimal("4.00"), Decimal("3.33")] == totals, engine
        assert all(row["row_by_row"] for row in rows)
