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


def test_full_points_of_a_line_that_does_not_apply_are_not_rounded() -> None:
    # 乙 has 1.5 points where it does not apply, and 10 + 1.5 + 0 is 11.5, rounded up at the total.
    ruleset = ruleset_of("""
round 0 each
甲 >= 10 件 weight 10 by ratio
乙 >= 4 件 weight 1.5 by ratio
  n/a full
丙 >= 10 件 weight 3 by ratio
""")
    frame = pl.DataFrame({"甲": [10, 10, 10], "乙": ["不适用", "4", None], "丙": [0, 0, 0]})
    for engine, rows in by_every_engine(ruleset, frame).items():
        ends = [(row["total_low"], row["total_high"]) for row in rows]
        assert [(12, 12), (12, 12), (10, 12)] == ends, engine
        assert [True, False, False] == [row["row_by_row"] for row in rows]
