"""A table of a long table comes to what the audit of its form says, to the last finding."""

from typing import Final

from hypothesis import given, strategies as st

from indicator_dsl.longform import Auditor, Cells, Sheet, whole_verdict

AUDITOR: Final = Auditor()  # keeps what it finds, as it does over a long table

NAMES: Final = st.one_of(
    st.sampled_from(
        (
            *(
                "年办件量",
                "全年办件数量",
                "群众满意度",
                "项目成本",
                "培训人次",
                "验收合格率",
                "投诉率",
            ),
            *("政策宣传效果", "设备采购数量", "项目开展进度", "完成时限", "及时率", "达成", "是否"),
            *("优良中低差", "分值", "总分", "预算执行率", "工作期限", "收入总额", "2024年培训"),
            *("合计", "小计", "总得分：", "不合格率", "成本节约率", "覆盖（户）"),
        )
    ),
    st.text(max_size=8),
)
UNITS: Final = (
    "",
    "",
    "%",
    "件",
    "万件",
    "万元",
    "元",
    "人次",
    "天",
    "小时",
    "个百分点",
    "百分比",
    "元/人",
)
NUMBERS: Final = st.one_of(
    st.integers(0, 300).map(str),
    st.integers(0, 10**11).map(str),
    st.decimals(0, 2000, places=2).map(str),
    st.decimals(0, 3, places=4).map(str),
    st.sampled_from(
        ("1", "1.0", "0", "0.00", "95", "100", "2023.5", "20230501", "9223372036854775807")
    ),
)
AMOUNTS: Final = st.builds(
    "{}{}{}".format,
    st.sampled_from(("", "", "≥", "≤", "=", ">", "<", "≥ ", "不低于", "＞＝")),
    NUMBERS,
    st.sampled_from(UNITS),
)
TARGETS: Final = st.one_of(
    AMOUNTS,
    AMOUNTS,
    st.sampled_from(
        (
            "",
            "/",
            "无",
            "效果明显",
            "优良中低差",
            "好坏",
            "是",
            "2024年12月底前",
            "12月底前",
            "年底前",
            "5-8件",
            "±5%",
            "一次性",
            "合规。",
        )
    ),
    st.text(max_size=6),
)
ACTUALS: Final = st.one_of(
    AMOUNTS,
    st.builds("{}{}".format, NUMBERS, st.sampled_from(UNITS)),
    st.sampled_from(
        (
            "",
            "/",
            "-",
            "无",
            "优",
            "差",
            "达成预期指标",
            "部分达成",
            "部分达成 75%",
            "是",
            "已完成",
            "效果明显",
            "2024年11月",
            "11月",
            "完成100%",
        )
    ),
    st.text(max_size=6),
)
POINTS: Final = st.one_of(
    st.sampled_from(("10", "20", "5", "30", "4.5", "", "0", "100", "10分", "约10", "10.00")),
    st.decimals(0, 30, places=2).map(str),
    st.text(max_size=3),
)
HEADINGS: Final = st.sampled_from(
    (
        "产出指标",
        "效益指标",
        "成本指标",
        "数量指标",
        "时效指标",
        "质量指标",
        "",
        "产出指标(50分)",
        "[/x]",
    )
)


@st.composite
def rows(draw: st.DrawFn) -> Cells:
    """A row; in half of them the actual is near the target, and the score near the weight."""
    cells = Cells(
        name=draw(NAMES),
        level1=draw(HEADINGS),
        level2=draw(HEADINGS),
        nature=draw(st.sampled_from(("", "", "≥", "≤", "=", ">", "定性", "正向", "?"))),
        target=draw(TARGETS),
        unit=draw(st.sampled_from(UNITS)),
        actual=draw(ACTUALS),
        weight=draw(POINTS),
        score=draw(POINTS),
        reason=draw(st.sampled_from(("", "", "项目延期", "无", "\u202e=1+1"))),
    )
    if draw(st.booleans()):
        return cells
    digits = "".join(each for each in cells.target if each in "0123456789.")
    return cells._replace(actual=digits or cells.target, score=cells.weight)


SHEETS: Final = st.builds(
    Sheet,
    st.just("甲"),
    st.lists(rows(), min_size=1, max_size=5).map(tuple),
    st.sampled_from(("", "2024", "二〇二四")),
    st.sampled_from(("", "100", "90", "x")),
    st.one_of(st.just(""), POINTS),
    st.one_of(st.just(()), st.tuples(POINTS)),
)


@given(st.lists(SHEETS, min_size=1, max_size=3))
def test_every_table_is_its_form(sheets: list[Sheet]) -> None:
    for sheet, verdict in zip(sheets, AUDITOR.verdicts(sheets), strict=True):
        assert whole_verdict(sheet, "mof-2020", None, 2) == verdict._replace(is_whole=True)


TIED = st.tuples(st.integers(1, 40), st.integers(1, 4_000), st.integers(1, 400))


@given(TIED, st.sampled_from(("≥", "≤", "=")))
def test_ties_are_rounded_as_the_form_rounds_them(
    drawn: tuple[int, int, int], operator: str
) -> None:
    weight, steps, more = drawn
    target = 200 * weight  # a step of the actual is half a hundredth of a point
    for actual in (steps % target, target + more):
        row = Cells("年办件量", nature=operator, target=str(target), unit="件", actual=str(actual),
                    weight=str(weight), score=str(weight))  # fmt: skip
        sheet = Sheet("甲", (row,))
        verdict = AUDITOR.verdicts([sheet])[0]
        assert not verdict.is_whole
        assert whole_verdict(sheet, "mof-2020", None, 2) == verdict._replace(is_whole=True)
        if operator == "≥" and actual < target:  # weight × actual ÷ target, by hand
            assert (actual * 100 * weight * 2 // target + 1) // 2 == verdict.rows[0].earned
