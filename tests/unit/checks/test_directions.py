"""Which way names point: the head at the end decides, the longest word wins."""

import pytest

from indicator_dsl.checks.directions import pointer_of


@pytest.mark.parametrize(
    ("name", "wants_more"),
    [
        ("项目开展进度", True),
        ("办事群众满意度（含网上）", True),
        ("成本节约率", True),
        ("投诉处理率", True),
        ("投诉下降率", True),
        ("排放减少量", True),
        ("无投诉", True),
        ("customer satisfaction", True),
        ("satisfaction with cost", True),
        ("cost savings", True),
        ("reduction in complaints", True),
        ("Complaint Resolution Rate", True),
        ("年度项目成本", False),
        ("有效投诉件数", False),
        ("满意度下降率", False),
        ("成本增长率", False),
        ("不合格率", False),
        ("逾期工单数", False),
        ("平均响应时间", False),
        ("time in queue", False),
        ("number of complaints", False),
        ("overdue invoices", False),
        ("cost of training", False),
        ("年办件量", None),
        ("成本控制率", None),
        ("投诉培训", None),
        ("节约额", None),
        ("培训时间", None),
        ("accost", None),
        ("率", None),
        ("", None),
        ("（）", None),
    ],
)
def test_which_way_a_name_points(name: str, wants_more: bool | None) -> None:  # noqa: FBT001
    pointer = pointer_of(name)
    assert wants_more == (None if pointer is None else pointer.wants_more)


def test_the_word_that_decides_is_told() -> None:
    pointer = pointer_of("重点项目投诉下降率")
    assert pointer is not None
    assert "投诉下降" == pointer.word
