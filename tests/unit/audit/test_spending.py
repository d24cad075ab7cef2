"""The block of money, and rows that speak of the same money."""

import pytest

from indicator_dsl.audit import audit_form
from indicator_dsl.transcription import transcribe
from tests.forms_of_tables import form_of_table
from tests.unit.audit.test_points import found, names

MONEY = "项目资金（万元）,年初预算数,全年预算数,全年执行数,分值,执行率,得分\n"
ROWS = "三级指标,年度指标值,实际完成值,分值,得分,偏差原因\n"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("总额,100,100,90,10,90%,9", []),
        ("总额,100,100,90,10,0.9,9", []),
        ("总额,100,100,90,10,90,9", []),
        # 27.8 / 29 = 0.9586…, told as 0.958 and as 95.9 %; 9 × 0.9586 = 8.63
        ("总额,29,29,27.8,9,0.958,8.63", []),
        ("总额,29,29,27.8,9,95.9%,8.63", []),
        ("总额,29,29,27.8,9,97%,8.63", ["execution-rate-differs"]),
        ("总额,100,100,90,10,90%,10", ["budget-score-differs"]),
        # the points follow the rate as it is printed: 10 × 91 % = 9.1
        ("总额,100,100,90,10,91%,9.1", ["execution-rate-differs"]),
        # of the first budget: 90 / 120 = 75 %, 7.5 points
        ("总额,120,100,90,10,75%,7.5", []),
        ("总额,100,90,90,10,100%,10", ["budget-cut-to-spending"]),
        ("总额,90,100,100,10,100%,10", []),
        ("总额,0,0,0,10,0,0", []),
        ("总额,,,,,,", []),
        ("总额,约100万,100,90,10,90%,9", []),
    ],
)
def test_a_block_of_money(line: str, expected: list[str]) -> None:
    assert expected == names(audit_form(transcribe(form_of_table(MONEY + line))))


def test_a_cut_in_a_row_below_the_total_is_told_once() -> None:
    lines = "总额,0,0,0,10,0,0\n其中：财政拨款,202.64,132.912,132.912,,,\n其中：其他,10,5,5,,,"
    audit = audit_form(transcribe(form_of_table(MONEY + lines)))
    cut = found(audit, "budget-cut-to-spending")
    assert "132.912 万元 ÷ 202.64 万元 = ≈65.59%" == (cut.arithmetic and cut.arithmetic.zh)


def test_results_without_spending() -> None:
    rows = ROWS + "年办件量,≥5件,6件,20,20,\n检查次数,≥7次,6次,7,6,甲\n"
    audit = audit_form(transcribe(form_of_table(f"{MONEY}总额,100,100,0,10,0%,0\n{rows}")))
    unspent = found(audit, "results-without-spending")
    assert "预算 100 万元 没有支出，2 项指标中却有 1 项满分" == unspent.finding.message.zh


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("项目总成本,≤100万元,90万元,10,10,", ["duplicate-measure"]),
        ("项目总成本,≤1000000元,900000元,10,10,", ["duplicate-measure"]),
        ("项目总成本,≤100万元,80万元,10,10,", ["cost-contradicts-budget", "duplicate-measure"]),
        ("培训成本,≤100万元,30万元,10,10,", []),
        ("预算执行率,≥90%,90%,10,10,", []),
        ("预算执行率,≥90%,98%,10,10,", ["execution-rate-differs"]),
    ],
)
def test_a_row_on_the_same_money(row: str, expected: list[str]) -> None:
    text = f"{MONEY}总额,100,100,90,10,90%,9\n{ROWS}{row}"
    kept = [
        name for name in names(audit_form(transcribe(form_of_table(text)))) if "score" not in name
    ]
    assert expected == [name for name in kept if name != "weights-not-total"]
