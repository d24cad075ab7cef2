"""Figures of the text against those of the table."""

import pytest

from tests.unit.audit.test_points import audited, found, names

SATISFIED = "办事群众满意度,≥,95,%,99.95%,10,10,"
SERVED = "年办件量,≥,200000,件,232344件,20,20,"
COST = "项目成本,≤,1599.56,万元,1523.36万元,10,10,"


@pytest.mark.parametrize(
    ("row", "text", "is_told"),
    [
        (SATISFIED, "全年办事群众满意度100%，提高网办程度。", True),
        (SATISFIED, "群众满意度达到 98%。", True),
        (SATISFIED, "办事群众满意度为99.95%。", False),
        (SATISFIED, "办事群众满意度99.9%。", False),  # cut off after one decimal
        (SATISFIED, "办事群众满意度达到95%以上。", False),
        (SATISFIED, "办事群众满意度不低于99.99%。", True),
        (SATISFIED, "办事群众满意度目标为95%。", False),
        (SATISFIED, "2023年办事群众满意度98%。", False),  # of another year
        (SATISFIED, "满意度100%。", False),  # too little of the name
        (SATISFIED, "网办率100%。", False),
        (SATISFIED, "维护路灯1150盏，办事群众满意度98%。", True),
        (SERVED, "年办件量23万以上。", False),
        (SERVED, "年办件量33万件以上。", True),
        (SERVED, "年办件量约23.2万件。", False),
        (SERVED, "年办件量25万件。", True),
        (SERVED, "年办件量232,344件。", False),
        (SERVED, "年办件量12%。", False),  # another kind of figure
    ],
)
def test_a_figure_of_the_text(row: str, text: str, *, is_told: bool) -> None:
    assert is_told == ("narrative-differs" in names(audited(row, text=(text,))))


def test_it_is_told_once_with_both_figures() -> None:
    text = "全年办事群众满意度100%。再说一遍：办事群众满意度100%。"
    told = found(audited(SATISFIED, text=(text,)), "narrative-differs")
    assert "“办事群众满意度”在文字中为 100%，表中为 99.95%" == told.finding.message.zh
    assert text == told.cells[0].text


def test_two_rows_of_like_names_leave_it_alone() -> None:
    rows = ("企业满意度水平,≥,95,%,99%,10,10,", "群众满意度水平,≥,95,%,98%,10,10,")
    assert "narrative-differs" not in names(audited(*rows, text=("满意度水平100%。",)))
