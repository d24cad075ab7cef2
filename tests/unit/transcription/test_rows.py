"""Rows as offices write them; each expectation was read off the row by hand."""

import pytest

from indicator_dsl.model import Form
from indicator_dsl.transcription import ActualKind, Ground, RowReading, TargetKind, transcribe
from tests.forms_at_hand import form, row


def read(target: str, actual: str = "", name: str = "甲", **cells: str) -> RowReading:
    """The reading of one row of a form of 2022, worth 5."""
    given = row(name, target=target, actual=actual, weight="5", **cells)
    return transcribe(form(given, year="2022")).rows[0]


def asked(reading: RowReading) -> str:
    """The target of a rule without its name and weight."""
    return reading.rule.removeprefix(reading.name).partition(" weight 5")[0].strip()


FIGURES = [
    # target, unit, operator column, actual → target of the rule, actual, ground
    ("200000", "件", "≥", "332344件", ">= 200000 件", "332344件", Ground.COLUMN),
    ("≥50个", "", "", "50", ">= 50 个", "50", Ground.GLUED),
    ("=8个", "", "", "8", "= 8 个", "8", Ground.GLUED),
    ("＞＝９５％", "", "", "９６％", ">= 95 %", "96%", Ground.GLUED),
    ("72890", "元", "﹦", "72890", "= 72890 元", "72890", Ground.COLUMN),
    ("12", "期", "═", "12期", "= 12 期", "12期", Ground.COLUMN),
    ("≧3", "次", "", "4次", ">= 3 次", "4次", Ground.GLUED),
    (">=530元/人*月", "", "", "583元/人*月", ">= 530 元/人·月", "583元/人·月", Ground.GLUED),
    ("不少于12种", "", "", "14种", ">= 12 种", "14种", Ground.WORDS),
    ("至少全年完成2次宣传", "", "", "3次", ">= 2 次", "3次", Ground.WORDS),
    ("95%以上", "", "", "达95%以上", ">= 95 %", "95%", Ground.WORDS),
    ("满意率达95%以上。", "", "", "96%", ">= 95 %", "96%", Ground.WORDS),
    ("控制在50万元以内", "", "", "48.5万元", "<= 50 万元", "48.5万元", Ground.WORDS),
    ("不超过5天", "", "", "4天", "<= 5 天", "4天", Ground.WORDS),
    ("5个工作日内", "", "", "4", "<= 5 个工作日", "4", Ground.WORDS),
    ("≥95%", "%", "", "≥95%", ">= 95 %", "95%", Ground.GLUED),
    ("95", "百分比", "≥", "95", ">= 95 %", "95", Ground.COLUMN),
    ("≥1,200.00份", "", "", "1,200份", ">= 1200.00 份", "1200份", Ground.GLUED),
    ("不少于三次", "", "", "四次", ">= 3 次", "4次", Ground.WORDS),
    ("≥5000m2", "", "", "5000㎡", ">= 5000 m²", "5000㎡", Ground.GLUED),
    ("≥3", "", "", "4个", ">= 3 个", "4个", Ground.GLUED),
    ("达到100%", "", "＝", "100%", "= 100 %", "100%", Ground.COLUMN),
    ("发达地区3个", "", "≤", "3个", "<= 3 个", "3个", Ground.COLUMN),
    ("2000\n件以上", "", "", "2100 件", ">= 2000 件", "2100件", Ground.WORDS),
    ("≥50（个）", "", "", "50", ">= 50 个", "50", Ground.GLUED),
    ("50个以上（含50个）", "", "", "52个", ">= 50 个", "52个", Ground.WORDS),
    ("不少于一百二十人", "", "", "120人", ">= 120 人", "120人", Ground.WORDS),
    ("≥2.5亿斤", "", "", "2.6亿斤", ">= 2.5 亿斤", "2.6亿斤", Ground.GLUED),
    ("≥10万元/村", "", "", "10万元/村", ">= 10 万元/村", "10万元/村", Ground.GLUED),
    ("持续5年以上", "", "", "5年", ">= 5 年", "5年", Ground.WORDS),
    ("3", "单位：个", "大于等于", "3", ">= 3 个", "3", Ground.COLUMN),
    ("=0件", "", "", "0件", "= 0 件", "0件", Ground.GLUED),
    ("二十万", "次", "≥", "210000", ">= 20 万次", "210000次", Ground.COLUMN),
    ("20万", "次", "≥", "18万", ">= 20 万次", "18万次", Ground.COLUMN),
    ("十", "万次", "≥", "十二万", ">= 10 万次", "12万次", Ground.COLUMN),
    ("十", "次", "≥", "十二", ">= 10 次", "12", Ground.COLUMN),
    ("三万五千", "次", "≥", "三万六千", ">= 35000 次", "36000", Ground.COLUMN),
]


@pytest.mark.parametrize(("target", "unit", "nature", "actual", "rule", "cell", "ground"), FIGURES)
def test_figures(
    target: str, unit: str, nature: str, actual: str, rule: str, cell: str, ground: Ground
) -> None:
    found = read(target, actual, unit=unit, nature=nature)
    assert (asked(found), found.actual, found.ground) == (rule, cell, ground)
    assert (found.target_kind, found.actual_kind) == (TargetKind.FIGURE, ActualKind.FIGURE)
    assert found.is_understood


DIRECTIONS = [
    ("群众满意度", "90%", ">= 90 %", Ground.NAME),
    ("项目总成本", "10万元", "<= 10 万元", Ground.NAME),
    ("投诉", "3件", "<= 3 件", Ground.NAME),
    ("补助人数", "8个", ">= 8 个", Ground.ASSUMED),
    ("泄密事件", "0件", "<= 0 件", Ground.ASSUMED),
    ("能耗", "下降3%", ">= 3 %", Ground.WORDS),
    ("能耗", "下降至3%", "<= 3 %", Ground.WORDS),
]


@pytest.mark.parametrize(("name", "target", "rule", "ground"), DIRECTIONS)
def test_a_direction_nobody_wrote_is_said(
    name: str, target: str, rule: str, ground: Ground
) -> None:
    found = read(target, name=name)
    assert (asked(found), found.ground) == (rule, ground)
    assert rule.split(maxsplit=1)[0] in " ".join(text.zh for text in found.assumed)


DAYS = [
    ("2023年12月底前", "2023年11月", "<= 2023-12-31", "2023-11-30", Ground.WORDS),
    ("9月前", "7月", "<= 2022-09-30", "2022-07-31", Ground.WORDS),
    ("9月底前", "9月15日", "<= 2022-09-30", "2022-09-15", Ground.WORDS),
    ("2021年底", "2021年底", "<= 2021-12-31", "2021-12-31", Ground.ASSUMED),
    ("完成时间为2022年12月30日", "2022.12.30", "<= 2022-12-30", "2022-12-30", Ground.ASSUMED),
    ("1-12月", "12月", "<= 2022-12-31", "2022-12-31", Ground.ASSUMED),
    ("2020年全年。", "2020年全年。", "<= 2020-12-31", "2020-12-31", Ground.ASSUMED),
    ("20221231", "20221230", "<= 2022-12-31", "2022-12-30", Ground.ASSUMED),
    ("2022.1-2022.12", "2022.12", "<= 2022-12-31", "2022-12-31", Ground.ASSUMED),
    ("上半年", "第二季度", "<= 2022-06-30", "2022-06-30", Ground.ASSUMED),
    ("2024年2月", "2024年2月", "<= 2024-02-29", "2024-02-29", Ground.ASSUMED),
]


@pytest.mark.parametrize(("target", "actual", "rule", "cell", "ground"), DAYS)
def test_days(target: str, actual: str, rule: str, cell: str, ground: Ground) -> None:
    found = read(target, actual, "完成时间")
    assert (asked(found), found.actual, found.ground) == (rule, cell, ground)
    assert (found.target_kind, found.actual_kind) == (TargetKind.DAY, ActualKind.DAY)


YEARLESS = [
    ("12月底前", "11月", "<= 2000-12-31", "2000-11-30", Ground.WORDS),
    ("9月前", "9月15日", "<= 2000-09-30", "2000-09-15", Ground.WORDS),
    ("6月30日前", "7月1日", "<= 2000-06-30", "2000-07-01", Ground.WORDS),
    ("1-12月", "12月", "<= 2000-12-31", "2000-12-31", Ground.ASSUMED),
    ("第三季度", "8月", "<= 2000-09-30", "2000-08-31", Ground.ASSUMED),
    ("年底前", "11月", "<= 2000-12-31", "2000-11-30", Ground.WORDS),
    ("2月底前", "2月29日", "<= 2000-02-29", "2000-02-29", Ground.WORDS),
]


@pytest.mark.parametrize(("target", "actual", "rule", "cell", "ground"), YEARLESS)
def test_where_no_year_is_written_month_and_day_are_compared(
    target: str, actual: str, rule: str, cell: str, ground: Ground
) -> None:
    given = row("甲", target=target, actual=actual, weight="5")
    found = transcribe(form(given)).rows[0]
    assert (asked(found), found.actual, found.ground) == (rule, cell, ground)
    assert (found.target_kind, found.actual_kind) == (TargetKind.DAY, ActualKind.DAY)
    assert any("没有写年份" in text.zh for text in found.assumed)


@pytest.mark.parametrize("title", ["2023年度项目支出绩效自评表", "自评表（2023）"])
def test_a_year_in_the_title_is_the_year_of_the_days(title: str) -> None:
    given = row("甲", target="12月底前", actual="11月", weight="5")
    found = transcribe(form(given, title=title)).rows[0]
    assert (asked(found), found.actual) == ("<= 2023-12-31", "2023-11-30")


@pytest.mark.parametrize(
    ("target", "actual", "why"),
    [
        ("12月底前", "2023年11月", "目标值的日期没有年份"),
        ("2023年12月底前", "11月", "实际完成值的日期没有年份"),
        ("12月底前", "11", "不是日期"),
        ("12月底前", "11个", "不是日期"),
    ],
)
def test_a_month_without_a_year_is_never_a_quantity(target: str, actual: str, why: str) -> None:
    found = transcribe(form(row("甲", target=target, actual=actual, weight="5"))).rows[0]
    assert found.target_kind is TargetKind.DAY
    assert not found.is_understood
    assert why in found.puzzles[0].zh


@pytest.mark.parametrize(("target", "rule"), [("12个月", "12 个月"), ("18月", "18 月")])
def test_what_cannot_be_a_month_of_the_year_stays_a_span(target: str, rule: str) -> None:
    found = transcribe(form(row("工期", target=target, nature="≤", weight="5"))).rows[0]
    assert asked(found).endswith(f"<= {rule}")


def test_a_month_without_an_actual_is_open() -> None:
    found = transcribe(form(row("甲", target="12月底前", actual="已完成", weight="5"))).rows[0]
    assert (asked(found), found.actual, found.is_understood) == ("<= 2000-12-31", "missing", True)


LEVELS = [
    ("优良中低差", "优", "is 优良中低差", "优"),
    ("优/良/中/差", "良好", "is 优良中差", "良"),
    ("好坏", "好", "is 好坏", "好"),
    ("达成/部分达成/未达成", "部分达成 75%", "is 达成", "部分达成 75 %"),
    ("是否", "是", "is 是否", "是"),
]


@pytest.mark.parametrize(("target", "actual", "rule", "cell"), LEVELS)
def test_scales_named_as_targets(target: str, actual: str, rule: str, cell: str) -> None:
    found = read(target, actual, nature="定性")
    assert (asked(found), found.actual) == (rule, cell)
    assert (found.target_kind, found.actual_kind) == (TargetKind.SCALE, ActualKind.LEVEL)


@pytest.mark.parametrize(
    ("actual", "cell", "kind"),
    [
        ("达成预期指标", "达成", ActualKind.LEVEL),
        ("部分达成预期指标并具有一定效果", "部分达成", ActualKind.LEVEL),
        ("未达成预期指标且效果较差", "未达成", ActualKind.LEVEL),
        ("合规", "missing", ActualKind.WORDS),
        ("好", "missing", ActualKind.WORDS),
        ("程度较高", "missing", ActualKind.WORDS),
        ("", "missing", ActualKind.MISSING),
    ],
)
def test_a_target_in_words_is_judged_and_praise_is_no_level(
    actual: str, cell: str, kind: ActualKind
) -> None:
    found = read("合规", actual)
    assert found.rule == '甲 is 达成 weight 5 note "年度指标值：合规"'
    assert (found.actual, found.actual_kind) == (cell, kind)


@pytest.mark.parametrize("actual", ["完成", "已完成", "已完成100%", "达成预期指标", "建设中"])
def test_a_claim_is_no_figure(actual: str) -> None:
    found = read("≤30万元", actual)
    assert (found.actual_kind, found.actual) == (ActualKind.CLAIM, "missing")
    assert actual in found.assumed[-1].zh
    assert found.is_understood


@pytest.mark.parametrize("sign", ["/", "无", "一", "—", "-"])
def test_not_applicable(sign: str) -> None:
    found = read(sign, sign)
    assert found.target_kind is TargetKind.NOT_APPLICABLE
    assert found.actual_kind is ActualKind.NOT_APPLICABLE
    assert (found.rule, found.is_understood) == ("", True)


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({"target": "", "actual": "30件"}, "没有可对照的目标值"),
        ({"target": "20人", "unit": "户"}, "单位"),
        ({"target": "95%以上", "nature": "="}, "符号不一致"),
        ({"target": "≥95%", "nature": "≤"}, "符号不一致"),
        ({"target": "≥5件", "actual": "3次7场"}, "不止一个数字"),
        ({"target": f"≥{'9' * 30}件"}, "语言写不下该行"),
    ],
)
def test_what_is_not_understood_is_kept_and_named(cells: dict[str, str], why: str) -> None:
    found = transcribe(form(row("甲", weight="5", **cells))).rows[0]
    assert why in found.puzzles[0].zh
    assert (found.rule, found.actual, found.model) == ("", "", None)


def test_wan_is_wan_yuan_where_the_row_is_money() -> None:
    found = read("1599.56", "1523.36万元", "年度项目成本", nature="≤", unit="万")
    assert asked(found) == "<= 1599.56 万元"
    assert "万" in found.assumed[0].zh
    assert asked(read("≥2万", "3万", "人口")) == ">= 2 万"


def test_an_actual_with_its_operator() -> None:
    found = read("≥266米", "≥266米")
    assert found.actual == "266米"
    assert "连同符号" in found.assumed[-1].zh


def test_several_figures_are_judged_as_a_whole() -> None:
    found = read("道路1.5公里，桥梁2座", "已完成")
    assert found.target_kind is TargetKind.WORDS
    assert found.actual == "missing"


def test_a_range() -> None:
    found = read("18℃～26℃", "22")
    assert (asked(found), found.actual) == ("in 18..26 ℃", "22")


def test_a_form_without_a_row() -> None:
    found = transcribe(Form(name="空"))
    assert (found.rows, found.ruleset, found.understood) == ((), None, 0)


@pytest.mark.parametrize(
    ("target", "actual", "said"),
    [
        ("≤2天", "36小时", "36小时即 1.5 天"),
        ("≤48小时", "3天", "3天即 72 小时"),
        ("≤5天", "100小时", "100小时换算：1 天 = 24 小时"),
        ("≥18个月", "2年", "2年即 24 个月"),
        ("≥2年", "8季度", "8季度即 2 年"),
        ("≤2万元", "1.5亿元", "1.5亿元即 15000 万元"),
    ],
)
def test_a_conversion_is_said(target: str, actual: str, said: str) -> None:
    assert said in [text.zh for text in read(target, actual).assumed]


@pytest.mark.parametrize(
    ("target", "actual"), [("≤5个工作日", "36小时"), ("≤2个月", "60天"), ("≥3个月", "4月")]
)
def test_what_is_not_exact_is_not_converted(target: str, actual: str) -> None:
    assert not any("即" in text.zh or "换算" in text.zh for text in read(target, actual).assumed)
