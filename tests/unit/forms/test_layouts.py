"""Tables the way offices draw them: other heads and orders, levels with points, several a file."""

from pathlib import PurePath

import pytest

from indicator_dsl.diagnostics import Collector
from indicator_dsl.forms import forms_from_bytes, forms_from_text
from indicator_dsl.model import Form, FormRow

NAMES = (
    "level1",
    "level2",
    "name",
    "nature",
    "target",
    "unit",
    "actual",
    "weight",
    "score",
    "reason",
)


def read(text: str, ending: str = ".txt") -> tuple[Form, ...]:
    collector = Collector()
    forms = forms_from_bytes(text.encode(), f"a{ending}", collector)
    assert [] == [found.sentence() for found in collector.sorted()]
    return forms


def table(*lines: str) -> str:
    return "\n".join(line.replace("|", "\t") for line in lines) + "\n"


def one(*lines: str) -> Form:
    (form,) = read(table(*lines))
    return form


def cells(row: FormRow) -> tuple[str, ...]:
    return tuple(getattr(row, name).text for name in NAMES)


@pytest.mark.parametrize("heads", [
    "一级指标|二级指标|三级指标|绩效指标性质|年度指标值|绩效度量单位|实际完成值|分值|得分|偏差原因分析及改进措施",
    "一级指标|二级指标|三级指标|计算符号|指标值|计量单位|全年完成值|权重|自评得分|未完成原因分析",
    "一级指标|二级指标|指标名称|指标方向|目标值|度量单位|实际值|标准分|自评分|偏差原因",
    "一级指标|二级指标|三级指标|性质|年度指标值（A）|单位|实际值(B)|分值（分）|得 分|备注（原因）",
    "一级绩效指标|二级指标|三级指标|运算符号|年初目标值|量纲|全年完成情况|分 值|实际得分|原因分析",
    "level 1|level 2|Indicator|operator|target|unit|actual|weight|score|reason",
])  # fmt: skip
def test_heads_in_all_their_spellings(heads: str) -> None:
    row = "产出指标|数量指标|年办件量|≥|200000|件|332344|20|19|疫情"
    assert tuple(row.split("|")) == cells(one(heads, row).rows[0])


def test_heads_on_two_lines() -> None:
    form = one(
        "一级指标|二级指标|三级指标|年度指标值|||实际完成值|分值|得分|偏差原因",
        "|||指标性质|指标值|度量单位||||",
        "产出指标|数量指标|年办件量|≥|200000|件|332344件|20|20|",
    )
    expected = ("产出指标", "数量指标", "年办件量", "≥", "200000", "件", "332344件", "20", "20", "")
    assert expected == cells(form.rows[0])


def test_a_head_over_two_columns_keeps_both() -> None:
    page = (
        "<table><tr><td>三级指标<td colspan=2>指标值<td>实际完成值<td>分值"
        "<tr><td>年办件量<td>≥<td>200000件<td>332344件<td>20</table>"
    )
    (form,) = read(page, ".html")
    assert "≥200000件" == form.rows[0].target.text


def test_columns_that_explain_are_kept_aside() -> None:
    form = one(
        "序号|三级指标|指标解释|指标值|评分标准|实际完成值|分值|得分",
        "1|年办件量|窗口收件数|≥200000件|每少1%扣1分，扣完为止|332344件|20|20",
    )
    assert ("", "", "年办件量", "", "≥200000件", "", "332344件", "20", "20", "") == cells(
        form.rows[0]
    )
    assert ["1", "窗口收件数", "每少1%扣1分，扣完为止"] == [cell.text for cell in form.others]


def test_levels_with_points_and_subtotals() -> None:
    form = one(
        "一级指标|二级指标|三级指标|指标值|实际完成值|分值|得分",
        "产出指标（50分）|数量指标|年办件量|≥2万件|3万件|30|30",
        "|质量指标|合格率|100%|100%|20|20",
        "|小计||||50|50",
        "效益指标（30分）|社会效益|知晓率|90%|95%|30|30",
    )
    assert ["产出指标（50分）", "产出指标（50分）", "效益指标（30分）"] == [
        row.level1.text for row in form.rows
    ]
    assert ["数量指标", "质量指标", "社会效益"] == [row.level2.text for row in form.rows]
    (subtotal,) = form.headings
    assert ("产出指标（50分）", "小计", "50") == (
        subtotal.level1.text, subtotal.name.text, subtotal.weight.text,
    )  # fmt: skip


def test_a_level_in_a_row_of_its_own() -> None:
    page = (
        "<table><tr><td>一级指标<td>二级指标<td>三级指标<td>指标值<td>实际完成值<td>分值<td>得分"
        "<tr><td colspan=7>一、产出指标（50分）"
        "<tr><td><td>数量指标<td>年办件量<td>≥2万件<td>3万件<td>50<td>50"
        "<tr><td>效益指标<td><td><td><td><td>30<td>29"
        "<tr><td><td>社会效益<td>知晓率<td>90%<td>95%<td>30<td>29</table>"
    )
    (form,) = read(page, ".html")
    assert ["一、产出指标（50分）", "效益指标"] == [row.level1.text for row in form.rows]
    assert [("效益指标", "30", "29")] == [
        (row.level1.text, row.weight.text, row.score.text) for row in form.headings
    ]


def test_a_full_level_takes_no_more_rows() -> None:
    form = one(
        "一级指标|三级指标|指标值|实际完成值|分值|得分",
        "结果目标（16分）|保存率|98%|98%|8|8",
        "|清运|及时|及时|8|8",
        "|景观|提升|提升|2|2",
    )
    assert ["结果目标（16分）", "结果目标（16分）", ""] == [row.level1.text for row in form.rows]


def test_points_merged_over_rows_count_once() -> None:
    page = (
        "<table><tr><td>三级指标<td>指标值<td>实际完成值<td>分值<td>得分"
        "<tr><td>甲<td>1<td>1<td rowspan=2>10<td rowspan=2>9<tr><td>乙<td>2<td>2</table>"
    )
    (form,) = read(page, ".html")
    assert ["10", ""] == [row.weight.text for row in form.rows]
    assert ["9", ""] == [row.score.text for row in form.rows]


def test_templates_left_empty_are_no_indicators() -> None:
    form = one(
        "二级指标|三级指标|指标值|实际完成值|分值|得分",
        "数量指标|指标1：办件|20件|21件|10|10",
        "|指标2：||||",
        "|……||||",
        "质量指标|合格率||||",
        "|抽检|100%|100%|10|10",
    )
    assert ["指标1：办件", "合格率", "抽检"] == [row.name.text for row in form.rows]
    assert ["数量指标", "质量指标", "质量指标"] == [row.level2.text for row in form.rows]


@pytest.mark.parametrize(("total", "expected"), [
    ("总分||||100|98.5", ("100", "98.5")),
    ("总分|100|98.5", ("100", "98.5")),
    ("合计||||100|", ("100", "")),
    ("总得分|||||98.5", ("", "98.5")),
    ("自评总分|98.5", ("", "98.5")),
])  # fmt: skip
def test_rows_of_totals(total: str, expected: tuple[str, str]) -> None:
    form = one("二级指标|三级指标|指标值|实际完成值|分值|得分", "数量|办件|20|21|100|98.5", total)
    assert expected == (form.total_weight.text, form.total_score.text)
    assert 1 == len(form.rows)


def test_the_money_in_other_words_and_orders() -> None:
    form = one(
        "项目名称|窗口服务|主管部门|市局",
        "预算执行情况（元）||得分|分值|执行率|全年执行数（B）|全年预算数（A）",
        "|其中：财政拨款||10|96%|96|100",
        "|年度资金总额：|9.6|10|96%|96|100",
        "三级指标|指标值|实际完成值",
        "办件|20|21",
    )
    assert "元" == form.money_unit.text
    assert form.money_total is not None
    assert "年度资金总额：" == form.money_total.label.text
    assert ("100", "96", "96%", "10", "9.6", "") == tuple(
        getattr(form.money_total, name).text
        for name in ("budget", "executed", "rate", "weight", "score", "initial")
    )
    assert not form.money_total.initial.is_given
    assert ("窗口服务", "市局") == (form.project.text, form.department.text)


def test_figures_of_the_money_one_by_one() -> None:
    form = one("预算数|29|执行数|27.8", "三级指标|指标值|实际完成值", "办件|20|21")
    assert form.money_total is not None
    assert ("29", "27.8") == (form.money_total.budget.text, form.money_total.executed.text)


def test_labels_with_their_value_in_one_cell() -> None:
    form = one(
        "项目支出绩效自评表|",
        "（2023年度）|单位：万元",
        "项目名称：窗口服务|实施单位：市局",
        "三级指标|指标值|实际完成值",
        "办件|20|21",
    )
    assert ("项目支出绩效自评表", "（2023年度）", "窗口服务", "市局", "万元") == (
        form.title.text, form.year.text, form.project.text, form.agency.text, form.money_unit.text,
    )  # fmt: skip


def test_goals_one_below_the_other() -> None:
    form = one(
        "年度绩效目标|办件20万，满意度95%以上。",
        "目标完成情况|办件33万，满意度99.95%。",
        "三级指标|指标值|实际完成值",
        "办件|20|21",
    )
    assert "办件20万，满意度95%以上。" == form.expected.text
    assert "办件33万，满意度99.95%。" == form.achieved.text


def test_several_forms_in_one_text() -> None:
    forms = read(table(
        "项目支出绩效自评表|", "项目名称|甲",
        "三级指标|指标值|实际完成值|得分", "办件|20|21|10", "总分|10",
        "项目支出绩效自评表|", "项目名称|乙",
        "三级指标|指标值|实际完成值|得分", "收件|30|31|9", "总分|9",
    ))  # fmt: skip
    assert ["甲", "乙"] == [form.project.text for form in forms]
    assert ["a.txt#1", "a.txt#2"] == [form.name for form in forms]
    assert ["10", "9"] == [form.total_score.text for form in forms]
    assert ["办件", "收件"] == [form.rows[0].name.text for form in forms]


def test_heads_repeated_on_a_new_page_go_on_with_the_form() -> None:
    form = one(
        "三级指标|指标值|实际完成值|得分", "办件|20|21|10",
        "三级指标|指标值|实际完成值|得分", "收件|30|31|9", "总分|19",
    )  # fmt: skip
    assert ["办件", "收件"] == [row.name.text for row in form.rows]
    assert "19" == form.total_score.text


def test_notes_below_the_total_are_text() -> None:
    form = one(
        "三级指标|指标值|实际完成值|得分", "办件|20|21|10", "总分|10",
        "注：满意度为抽样调查，样本200份。", "填报人：张三|联系电话：",
    )  # fmt: skip
    assert "注：满意度为抽样调查，样本200份。" == form.narrative[0].text
    assert ["填报人：张三", "联系电话："] == [cell.text for cell in form.others]


def test_a_table_of_bars() -> None:
    text = "| 三级指标 | 指标值 | 实际完成值 |\n|---|:-:|---|\n| 办件 | ≥20万 | 33万 |\n"
    (form,) = read(text)
    assert ("≥20万", "33万") == (form.rows[0].target.text, form.rows[0].actual.text)


def test_a_table_of_wide_gaps() -> None:
    text = "二级指标  三级指标  指标值  实际完成值  分值\n数量指标  办件  ≥20万  33万  10\n"
    text += "收件  ≥2件  3件  5"
    (form,) = forms_from_text(text, "pasted", Collector())
    assert ["办件", "收件"] == [row.name.text for row in form.rows]
    assert ["10", "5"] == [row.weight.text for row in form.rows]
    assert "数量指标" == form.rows[1].level2.text


def test_the_name_of_a_form_is_its_file() -> None:
    text = table("三级指标|指标值|实际完成值", "办件|20|21")
    (form,) = forms_from_bytes(text.encode(), str(PurePath("in", "甲.txt")), Collector())
    assert "甲.txt" == form.name
