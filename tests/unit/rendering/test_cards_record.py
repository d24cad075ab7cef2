"""The record of schema 1: numbers as text, unknowns as null, and the schema that says so."""

import json
from collections.abc import Callable
from typing import Any, TypeAlias

import pytest
from attrs import evolve
from jsonschema import Draft202012Validator

from indicator_dsl.explanation import CardExplanation
from indicator_dsl.rendering import card_to_dict, card_to_json, scorecard_schema

Explain: TypeAlias = Callable[[str, str], CardExplanation]
# A record is read as JSON is: by key, whatever stands there.
Record: TypeAlias = dict[str, Any]

RULES = """ruleset "大厅" 2024
round 2 each
grades 优 >= 50, 良 >= 20, else 差
scale 优良差 = 优 100, 良 80, 差 0
[产出]
[产出 / 数量]
年办件量 >= 200000 件 weight 20
  basis "财预〔2020〕10号" 第十七条
  basis "考核办法"
[产出 / 质量]
服务 is 优良差 weight 30.50
进度 <= 80 % weight 10 by inverse
"""


@pytest.fixture
def record(explain: Explain) -> Record:
    """The record of a sheet with one line short, one missing and one over."""
    actuals = "年办件量 = 180000件 reported 20\n进度 = 100% reported 8.5"
    return card_to_dict(explain(RULES, actuals).card, "zh")


def test_the_head(record: Record) -> None:
    assert ("1", "大厅", 2024) == (
        record["schema"],
        record["ruleset"]["title"],
        record["ruleset"]["year"],
    )
    assert 64 == len(record["ruleset"]["sha256"])


def test_an_open_total_is_null_between_its_bounds(record: Record) -> None:
    assert record["total"] is None
    assert record["grade"] is None
    assert ["优", "良"] == record["grades"]
    assert ["26.00", "56.50"] == record["bounds"]  # 18 + 0 + 8 and 18 + 30.5 + 8
    assert "60.5" == record["full"]
    assert record["reported_total"] is None


def test_a_line_in_full(record: Record) -> None:
    assert {
        "section": ["产出", "数量"],
        "indicator": "年办件量",
        "target": ">= 200000 件",
        "actual": "180000 件",
        "weight": "20",
        "earned": "18.00",
        "lost": "2.00",
        "exact": "18",
        "bounds": ["18.00", "18.00"],
        "status": "scored",
        "reason": "shortfall",
        "why": "比目标 200000 件少 20000 件（10%）",
        "arithmetic": "20 × 180000 / 200000 = 18.00",
        "remedy": "年办件量须达到 200000 件，即增加 20000 件",
        "basis": "财预〔2020〕10号 第十七条; 考核办法",
        "reported": "20",
        "office_reason": "",
        "items": [],
    } == record["lines"][0]


def test_a_line_that_is_not_scored_is_null_in_its_points(record: Record) -> None:
    line = record["lines"][1]
    assert ("missing", "missing") == (line["status"], line["reason"])
    unknown = [line[key] for key in ("actual", "earned", "lost", "exact", "arithmetic", "remedy")]
    assert [None] * 6 == unknown
    assert ["0.00", "30.50"] == line["bounds"]
    assert ("is 优良差", "30.5", "") == (line["target"], line["weight"], line["basis"])


def test_reported_is_as_short_as_can_be(record: Record) -> None:
    assert ["20", None, "8.5"] == [line["reported"] for line in record["lines"]]


def test_sections_come_with_their_subtotals(record: Record) -> None:
    assert [
        (["产出"], "60.5", None, None),
        (["产出", "数量"], "20", "18.00", "2.00"),
        (["产出", "质量"], "40.5", None, None),
    ] == [
        (each["path"], each["weight"], each["earned"], each["lost"]) for each in record["sections"]
    ]


def test_reasons_are_ranked_with_their_codes(record: Record) -> None:
    ranked = [
        tuple(each[key] for key in ("rank", "code", "name", "points")) for each in record["reasons"]
    ]
    # Both lost 2.00, so that they stay in sheet order; the open line is no loss yet.
    assert [(1, "shortfall", "年办件量", "2.00"), (2, "overrun", "进度", "2.00")] == ranked
    quality = record["sections"][2]
    assert [("overrun", "进度", "2")] == [
        (each["code"], each["indicator"], each["exact"]) for each in quality["reasons"]
    ]


def test_findings_and_assumptions_are_in_the_language_asked_for(explain: Explain) -> None:
    told = explain(RULES, "年办件量 = 180000 reported 20")
    zh, en = card_to_dict(told.card, "zh"), card_to_dict(told.card, "en")
    assert ["没有单位的实际值按目标的单位读取：年办件量。"] == zh["assumptions"]
    assert ["Actuals without a unit are read in the target's: 年办件量."] == en["assumptions"]
    (first, *_) = json.loads(json.dumps(zh["findings"]))
    assert ("IND701", "reported-score-differs", "error", "年办件量") == (
        first["code"],
        first["name"],
        first["severity"],
        first["indicator"],
    )


def test_lines_that_are_not_rounded_keep_all_they_have(explain: Explain) -> None:
    rules = "round 2 total\n甲 >= 9 件 weight 10\n乙 >= 8 件 weight 0.001"
    record = json.loads(card_to_json(explain(rules, "甲 = 8件\n乙 = 6件").card))
    # 80/9 has no last decimal, 3/4 of a thousandth has five
    assert [("8.888888889", "80/9"), ("0.00075", "3/4000")] == [
        (line["earned"], line["exact"]) for line in record["lines"]
    ]
    assert "8.89" == record["total"]


@pytest.mark.parametrize("actuals", ["", "年办件量 = 1件\n服务 = 优\n进度 = 80%", "服务 = 3 件"])
def test_every_record_satisfies_the_schema(explain: Explain, actuals: str) -> None:
    schema = scorecard_schema()
    Draft202012Validator.check_schema(schema)
    record = json.loads(card_to_json(explain(RULES, actuals).card))
    assert [] == [fault.message for fault in Draft202012Validator(schema).iter_errors(record)]


@pytest.mark.parametrize(
    ("key", "value"),
    [("total", 98), ("total", "1e2"), ("schema", "2"), ("bounds", ["1"]), ("lines", None)],
)
def test_the_schema_refuses_what_is_not_promised(record: Record, key: str, value: object) -> None:
    broken = record | {key: value}
    assert list(Draft202012Validator(scorecard_schema()).iter_errors(broken))


def test_the_schema_knows_every_reason(record: Record) -> None:
    line = record["lines"][0] | {"reason": "bad luck"}
    assert list(Draft202012Validator(scorecard_schema()).iter_errors(record | {"lines": [line]}))


def test_what_cannot_be_seen_is_written_by_its_number(explain: Explain) -> None:
    told = explain("甲 >= 9 件 weight 10", "")
    entry = told.card.lines[0]
    hidden = evolve(told.card, lines=(evolve(entry, written="a\u202eb\U000e0001"),))
    text = card_to_json(hidden)
    assert "a\\u202eb\\udb40\\udc01" in text
    assert "a\u202eb\U000e0001" == json.loads(text)["lines"][0]["actual"]
