"""The record of an explanation: its schema, its ranks, the same digits as the card."""

import json
from collections.abc import Callable
from typing import Any, TypeAlias

import pytest
from jsonschema import Draft202012Validator

from indicator_dsl import parse_ruleset
from indicator_dsl.explanation import CardExplanation, explain_card
from indicator_dsl.rendering import (
    card_to_dict,
    explanation_schema,
    explanation_to_dict,
    explanation_to_json,
)
from tests.unit.rendering.test_golden_whole import ACTUALS, RULES, SO_FAR

Explain: TypeAlias = Callable[[str, str], CardExplanation]
# A record is read as JSON is: by key, whatever stands there.
Record: TypeAlias = dict[str, Any]

SMALL = """round 2 each
甲 >= 10 件 weight 20
  basis "办法" 第一条
乙 <= 9 天 weight 8 by inverse
丙 >= 1 件 weight 2
"""


@pytest.mark.parametrize("actuals", [ACTUALS, SO_FAR, ""])
@pytest.mark.parametrize("rounding", ["round 2 each", "round 1 total"])
def test_every_record_satisfies_the_schema(explain: Explain, actuals: str, rounding: str) -> None:
    schema = explanation_schema()
    Draft202012Validator.check_schema(schema)
    told = explain(RULES.replace("round 2 each", rounding), actuals)
    Draft202012Validator(schema).validate(json.loads(explanation_to_json(told, "zh")))


def test_the_schema_refuses_what_is_not_promised(explain: Explain) -> None:
    validator = Draft202012Validator(explanation_schema())
    record: Record = explanation_to_dict(explain(SMALL, ""))
    for key, value in (("schema", "1"), ("total", 98), ("lines", None), ("waterfall", [])):
        assert not validator.is_valid({**record, key: value})


def test_it_holds_the_digits_of_the_card(explain: Explain) -> None:
    told = explain(RULES, ACTUALS)
    card: Record = card_to_dict(told.card, "zh")
    record: Record = explanation_to_dict(told, "zh")
    for key in ("total", "bounds", "full", "grade", "grades", "ruleset", "adjustments", "summary"):
        assert card[key] == record[key]
    keys = ("indicator", "section", "weight", "earned", "lost", "exact", "bounds", "why", "remedy")
    for line, explained in zip(card["lines"], record["lines"], strict=True):
        assert {key: line[key] for key in keys} == {key: explained[key] for key in keys}
    assert record["bounds"] == record["waterfall"][-1]["after"]


def test_losses_are_ranked(explain: Explain) -> None:
    record: Record = explanation_to_dict(explain(SMALL, "甲 = 9 件\n乙 = 12 天\n丙 = 1 件"))
    assert [1, 2, None] == [line["rank"] for line in record["lines"]]  # 2.00 and 8 − 6.00, in order
    first = record["lines"][0]
    assert ["办法 第一条"] == first["basis"]
    assert "ruleset.ind:2" == first["place"]
    assert [{"clause": "ratio", "reason": "shortfall", "points": "18"}] == first["steps"]
    assert ["full", "line", "line", "total"] == [fall["kind"] for fall in record["waterfall"]]
    assert ["-2.00", "-2.00"] == record["waterfall"][1]["change"]
    assert ["26.00", "26.00"] == record["waterfall"][3]["after"]


def test_one_indicator_only(explain: Explain) -> None:
    record: Record = explanation_to_dict(explain(SMALL, "甲 = 9 件"), indicator="乙")
    assert ["乙"] == [line["indicator"] for line in record["lines"]]
    assert "18.00" == record["bounds"][0]


def test_what_cannot_be_seen_is_written_by_its_number() -> None:
    card = parse_ruleset("甲 >= 1 件 weight 1").evaluate({"甲": "a\u00adb"})
    text = explanation_to_json(explain_card(card.model))
    assert "\u00ad" not in text
    assert "a\\u00adb" in text
