"""Whole forms: sections, the budget, names, and what stays outside."""

from fractions import Fraction

from attrs import evolve

from indicator_dsl.model import Form, MoneyRow
from indicator_dsl.scoring import evaluate
from indicator_dsl.transcription import import_texts, transcribe
from tests.forms_at_hand import cell, chaoyang, form, row

CHAOYANG = """\
ruleset "政务服务大厅综合窗口服务项目" 2024
use mof-2020

[预算执行]
input 年初预算数 万元
input 全年预算数 万元
input 全年执行数 万元
let 预算执行率 = 全年执行数 / 全年预算数
预算执行率 >= 100 % weight 10

[产出指标 / 数量指标]
年办件量 >= 200000 件 weight 20

[产出指标 / 质量指标]
为办事群众提供进驻可事项现场咨询受理服务 is 优良中低差 weight 10

[产出指标 / 时效指标]
项目开展进度 <= 80 % weight 10

[成本指标 / 经济成本指标]
# “万”读作“万元”
年度项目成本 <= 1599.56 万元 weight 10

[效益指标 / 社会效益指标]
政务服务水平 is 优良中低差 weight 30

[满意度指标 / 服务对象满意度指标]
办事群众满意度 >= 95 % weight 10
"""


def test_the_form_the_project_starts_from() -> None:
    found = transcribe(chaoyang())
    assert found.ruleset_text == CHAOYANG
    assert (found.understood, found.diagnostics, found.unread) == (6, (), ())
    assert found.ruleset is not None
    card = evaluate(found.ruleset, found.actuals)
    assert card.total == Fraction(98)  # 进度 at 100 % of at most 80 %: 10 × 80 / 100 = 8


def test_a_heading_with_points_promises_them() -> None:
    given = [
        row("甲", level1="产出指标(50分)", level2="数量指标", target="≥1个", weight="20"),
        row("乙", level1="产出指标(50分)", level2="质量指标", target="≥1个", weight="30"),
    ]
    text = transcribe(form(*given)).ruleset_text
    assert text.count("[产出指标] 50\n[产出指标 / 数量指标]\n") == 1
    assert text.count("50") == 1


def test_a_heading_with_a_row_of_its_own_promises_its_points() -> None:
    heading = row("", level1="产出指标", weight="50")
    given = evolve(
        form(row("甲", level1="产出指标", target="≥1个", weight="50")), headings=(heading,)
    )
    assert "[产出指标] 50\n甲 >= 1 个 weight 50\n" in transcribe(given).ruleset_text


def test_names_are_made_unique_and_quoted_where_they_must() -> None:
    names = ["资助学生", "资助学生", "资助 学生", "受益人口≥**人", '所谓"优"']
    found = transcribe(form(*(row(name, target="≥1人", weight="5") for name in names)))
    assert [reading.name for reading in found.rows][:3] == [
        "资助学生",
        "资助学生（2）",
        "资助 学生（3）",
    ]
    assert found.rows[3].rule.startswith('"受益人口≥**人" >= 1 人')
    assert found.ruleset is not None
    assert len(found.ruleset.indicators) == len(names)


def test_rows_without_points_are_typed_and_stay_out() -> None:
    found = transcribe(form(row("满意度", target="≥90%", actual="95%", score="20分")))
    reading = found.rows[0]
    assert (reading.rule, reading.actual) == ("满意度 >= 90 %", "95%")
    assert (reading.is_understood, reading.is_scored) == (True, False)
    assert reading.model is not None
    assert found.ruleset is None
    assert found.diagnostics == ()
    assert "# 满意度 >= 90 %\n" in found.ruleset_text


def test_a_parent_is_kept_out_once_the_points_say_so() -> None:
    given = [
        row("培训", target="≥30人", weight="60"),
        row("其中：甲类", target="≥10人", weight="20"),
        row("其中：乙类", target="≥20人", weight="40"),
        row("满意度", target="≥90%", weight="40"),
    ]
    found = transcribe(form(*given))
    assert [reading.is_scored for reading in found.rows] == [False, True, True, True]
    assert found.ruleset is not None
    assert sum(rule.weight for rule in found.ruleset.indicators) == Fraction(100)


def test_equal_points_by_chance_make_no_parent() -> None:
    given = [row(str(n), target="≥1个", weight=w) for n, w in enumerate(["10", "5", "5", "80"])]
    assert all(reading.is_scored for reading in transcribe(form(*given)).rows)


def _money(**cells: str) -> Form:
    total = MoneyRow(label=cell("总额"), **{key: cell(text) for key, text in cells.items()})
    return Form(name="表", money=(total,), rows=(row("甲", target="≥1个", weight="90"),))


def test_the_budget_in_the_spellings_of_money() -> None:
    found = transcribe(_money(budget="120,000.00", executed="5.8万", weight="9.00", score="8"))
    assert "预算执行率 >= 100 % weight 9\n" in found.ruleset_text
    assert "全年预算数 = 120000.00万元\n" in found.actuals_text
    assert "全年执行数 = 5.8万元\n" in found.actuals_text
    assert "预算执行率 reported 8\n" in found.actuals_text
    assert "年初预算数" not in found.ruleset_text
    assert "[其他]\n甲 >= 1 个 weight 90\n" in found.ruleset_text


def test_a_missing_figure_of_the_budget_is_missing() -> None:
    found = transcribe(_money(initial="0", executed="207", weight="10"))
    assert "全年预算数 = missing\n" in found.actuals_text


def test_money_without_points_is_not_scored() -> None:
    assert "input" not in transcribe(_money(budget="10", executed="10")).ruleset_text


def test_points_that_are_none_are_unread() -> None:
    found = transcribe(form(row("甲", target="≥1个", weight="若干", score="-")))
    assert [each.text for each in found.unread] == ["若干"]


def test_an_unknown_profile_leaves_rows_without_rules() -> None:
    found = transcribe(chaoyang(), profile="nobody-knows")
    assert found.ruleset is None
    assert found.understood == 0
    assert found.diagnostics


def test_the_reason_stands_in_the_actuals() -> None:
    given = row("甲", target="≥5人", actual="4", weight="5", score="4", reason='所谓"动态"管理')
    text = import_texts(transcribe(form(given)))[1]
    assert '甲 = 4 reported 4 reason "所谓“动态”管理"' in text
