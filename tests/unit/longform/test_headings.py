"""Which column holds what."""

from indicator_dsl.longform import columns_by_role


def test_heads_of_forms_are_known() -> None:
    found, why = columns_by_role(
        (
            *("序号", "项目代码", "一级指标", "三级指标", "性质", "年度指标值", "度量单位"),
            *("实际完成值", "分值", "自评得分", "自评总分"),
        )
    )
    assert why is None
    assert "项目代码" == found["table"]
    assert ("性质", "年度指标值") == (found["nature"], found["target"])
    assert ("自评得分", "自评总分") == (found["score"], found["total_score"])


def test_a_reader_may_name_columns() -> None:
    found, why = columns_by_role(["a", "b", "指标值"], {"table": "a", "name": "b"})
    assert why is None
    assert {"table": "a", "name": "b", "target": "指标值"} == found


def test_what_is_missing_is_said() -> None:
    assert "no column is known to hold the table" in str(columns_by_role(["指标名称"])[1])
    assert "no column is known to hold the indicator" in str(columns_by_role(["table"])[1])
    assert "it has no column `x`" in str(columns_by_role(["table"], {"table": "x"})[1])
