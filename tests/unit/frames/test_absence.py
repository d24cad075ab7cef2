"""What a frame has no column for: said where points rest on it, and only there."""

import pytest

from indicator_dsl.frames.absence import absent_from
from indicator_dsl.frames.planning import plan_of
from indicator_dsl.frames.sources import Column, Kind
from tests.engine import ruleset_of

SHEET = """
round 2 each
input 预算 万元
input 面积 平方米
input 年初预算 万元
let 单价 = 预算 / 面积
check 预算 = 年初预算 "没有调整"
单价 <= 2 万元/平方米 weight 10 by inverse
满意度 >= 95 % weight 10 by ratio
管理制度 weight 10 by points
  - 制度健全: 4
  - 执行有效: 6
bonus "创新" 1 each cap 4 missing zero
"""


@pytest.mark.parametrize(
    ("there", "absent"),
    [
        # 年初预算 is only compared, and 创新 counts as 0 without a column.
        ((), ("预算", "面积", "满意度", "管理制度")),
        (("预算", "面积", "满意度", "管理制度"), ()),
        (("预算", "面积", "满意度", "管理制度:执行有效"), ()),
        (("预算", "满意率", "管理制度"), ("面积", "满意度")),
    ],
)
def test_what_points_rest_on(there: tuple[str, ...], absent: tuple[str, ...]) -> None:
    columns = {name: Column(name, Kind.TEXT) for name in there}
    assert absent == absent_from(plan_of(ruleset_of(SHEET), columns))
