"""A whole card: what was lost where, what is open, and in which order it is told."""

from collections.abc import Callable
from fractions import Fraction
from json import loads
from typing import TypeAlias

import pytest

from indicator_dsl.explanation import CardExplanation, paragraph_of
from indicator_dsl.rendering import explanation_text, explanation_to_json

Explain: TypeAlias = Callable[[str, dict[str, object]], CardExplanation]

SHEET = """grades 优 >= 90, 良 >= 80, else 差
round 2 each
[产出] 70
[产出 / 数量]
甲 >= 100 件 weight 40
乙 >= 100 件 weight 20
[产出 / 时效]
丙 <= 10 天 weight 10 by pass
[效益] 30
丁 >= 50 % weight 30
  basis "财预〔2020〕10号" 第十七条
  note "按问卷计"
"""


def test_deductions_come_by_size_and_then_as_on_the_sheet(explain: Explain) -> None:
    told = explain(SHEET, {"甲": "75件", "乙": "50件", "丙": "11天", "丁": "50%"})
    # 甲 loses 40 × 25 % = 10, 乙 20 × 50 % = 10, 丙 all of 10
    assert ["甲", "乙", "丙"] == [each.line.indicator.name for each in told.deductions]
    told = explain(SHEET, {"甲": "90件", "乙": "50件", "丙": "11天", "丁": "25%"})
    assert ["丁", "乙", "丙", "甲"] == [each.line.indicator.name for each in told.deductions]


def test_what_costs_the_total_most_comes_first_everywhere(explain: Explain) -> None:
    text = (
        "round 2 each\n[产出] 10 of inner 40\n甲 >= 10 件 weight 40\n"
        "[效益] 30\n乙 >= 10 件 weight 30"
    )
    told = explain(text, {"甲": "8件", "乙": "8件"})
    # 甲 loses 8 of 40, which are 2 of the 10 that count; 乙 loses 6 of 30.
    assert ["乙", "甲"] == [each.line.indicator.name for each in told.deductions]
    assert [None, 2] == [each.cost for each in told.deductions]
    assert [("乙", "1 6 6"), ("甲", "2 8 2")] == [
        (each.name, f"{each.rank} {each.points} {each.cost}")
        for each in told.losses
        if each.is_line
    ]
    paragraph = paragraph_of(told).zh
    assert paragraph.index("扣分最多的是“乙”") < paragraph.index("“甲”")
    ranks = {line["indicator"]: line["rank"] for line in loads(explanation_to_json(told))["lines"]}
    assert {"乙": 1, "甲": 2} == ranks
    shown = [row for row in explanation_text(told, "zh").splitlines() if "扣" in row]
    assert "乙   24.00 / 30   扣 6.00" == shown[0]
    assert "甲   32.00 / 40   扣 8.00（折合总分 2.00）" == shown[1]


def test_every_heading_has_its_subtotal(explain: Explain) -> None:
    told = explain(SHEET, {"甲": "75件", "乙": "100件", "丁": "50%"})
    assert [
        (("产出",), "70 None 50 60", 3),
        (("产出", "数量"), "60 50 50 50", 2),
        (("产出", "时效"), "10 None 0 10", 1),
        (("效益",), "30 30 30 30", 1),
    ] == [
        (each.path, f"{each.weight} {each.earned} {each.low} {each.high}", each.count)
        for each in told.subtotals
    ]
    assert [("产出",), ("效益",)] == [each.path for each in told.sections]
    assert [None, 10, None, 0] == [each.lost for each in told.subtotals]
    assert [70, None, None, 30] == [each.promised for each in told.subtotals]


@pytest.mark.parametrize(
    ("actuals", "en", "zh"),
    [
        (
            {"甲": "95件", "乙": "100件", "丙": "10天", "丁": "50%"},
            "98.00 of 100, grade 优; 2.00 lost on 1 of 4 lines",
            "总分 98.00（满分 100），等级优；4 项指标中 1 项扣分，共扣 2.00 分",
        ),
        (
            {"甲": "100件", "乙": "100件", "丙": "10天", "丁": "50%"},
            "100.00 of 100, grade 优",
            "总分 100.00（满分 100），等级优",
        ),
        (
            {"甲": "100件", "乙": "100件", "丁": "50%"},
            "between 90.00 and 100.00 of 100: no points yet for 丙; grade 优 in any case",
            "总分在 90.00 至 100.00 之间（满分 100）：丙尚无得分；等级已可确定为优",
        ),
        (
            {"甲": "100件", "丙": "10天", "丁": "多数"},
            (
                "between 50.00 and 100.00 of 100: no points yet for 乙, 丁; "
                "grades still possible: 优, 良, 差"
            ),
            "总分在 50.00 至 100.00 之间（满分 100）：乙、丁尚无得分；可能的等级：优、良、差",
        ),
    ],
)
def test_the_total_in_a_sentence(
    explain: Explain, actuals: dict[str, object], en: str, zh: str
) -> None:
    told = explain(SHEET, actuals)
    assert (en, zh) == (told.sentence.en, told.sentence.zh)


def test_rounding_the_total_is_told_apart(explain: Explain) -> None:
    rules = "round 2 total\n甲 >= 9 件 weight 10\n乙 >= 9 件 weight 10"
    told = explain(rules, {"甲": "8件", "乙": "8件"})
    # twice 80/9 is 17.777…, which rounds up to 17.78: rounding gives 1/450
    assert [Fraction(-1, 450)] == [each.lost for each in told.adjustments]
    assert () == explain(rules, {"甲": "9件", "乙": "9件"}).adjustments


def test_the_gravest_finding_comes_first(explain: Explain) -> None:
    told = explain(SHEET, {"甲": "一些", "乙": "100件", "己": "1", "丁": "50%"})
    severities = [finding.severity.value for finding in told.findings]
    assert sorted(severities, key=["error", "warning", "note"].index) == severities
    assert "error" == severities[0]


def test_basis_place_and_notes_are_kept(explain: Explain) -> None:
    told = explain(SHEET, {})
    line = told.line("丁")
    assert line is not None
    assert ("财预〔2020〕10号 第十七条",) == line.basis
    assert line.where.endswith(":10")
    assert ["丁：按问卷计"] == [note.zh for note in told.notes]
    assert told.line("戊") is None


def test_a_line_that_stands_alone_has_no_place(explain: Explain) -> None:
    (line,) = explain("甲 >= 9 件 weight 10", {}).lines
    assert "" == line.where
