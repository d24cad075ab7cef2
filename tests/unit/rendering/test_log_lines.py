"""A card as lines for a log: one fact a line, values that a reader of key=value understands."""

import json
import re
from collections.abc import Callable
from typing import TypeAlias

from indicator_dsl import parse_ruleset
from indicator_dsl.explanation import CardExplanation
from indicator_dsl.rendering import card_log

Explain: TypeAlias = Callable[[str, str], CardExplanation]
PAIR = re.compile(r'([a-z_0-9]+)=("(?:[^"\\]|\\.)*"|[^\s"]+)(?: |$)')


def facts(text: str) -> list[tuple[str, dict[str, str]]]:
    """The lines as a reader takes them apart; nothing may be left over."""
    found = []
    for line in text.splitlines():
        kind, _, rest = line.partition(" ")
        pairs = PAIR.findall(rest)
        assert len(rest) == sum(len(m.group(0)) for m in PAIR.finditer(rest))
        values = {key: json.loads(v) if v.startswith('"') else v for key, v in pairs}
        found.append((kind, values))
    return found


def test_every_fact_has_its_line(explain: Explain) -> None:
    rules = """ruleset "大厅 窗口" 2024
round 2 each
[产出 / 数量]
年办件量 >= 200000 件 weight 20
bonus "创新" 1 each cap 3
"""
    told = explain(rules, "年办件量 = 180000件 reported 20\n创新 = 2")
    card, line, adjustment, *findings = facts(card_log(told.card))
    assert "card" == card[0]
    wanted = {"title": "大厅 窗口", "year": "2024", "total": "20.00", "low": "20.00", "full": "20"}
    assert wanted == {key: card[1][key] for key in wanted}
    assert (
        "line",
        {
            "section": "产出 / 数量",
            "indicator": "年办件量",
            "status": "scored",
            "reason": "shortfall",
            "target": ">= 200000 件",
            "actual": "180000 件",
            "weight": "20",
            "earned": "18.00",
            "lost": "2.00",
            "low": "18.00",
            "high": "18.00",
            "reported": "20",
        },
    ) == line
    assert (
        "adjustment",
        {"kind": "bonus", "name": "创新", "low": "2.00", "high": "2.00", "weight": "0"},
    ) == adjustment
    assert ["IND701"] == [finding["code"] for _, finding in findings]


def test_what_is_not_known_is_left_out(explain: Explain) -> None:
    card, line, *_ = facts(card_log(explain("round 2 each\n甲 >= 1 件 weight 1", "").card))
    assert "total" not in card[1]
    assert ("0.00", "1.00") == (card[1]["low"], card[1]["high"])
    assert line[1].keys().isdisjoint({"earned", "lost", "actual", "reported", "section"})


def test_no_value_breaks_a_line() -> None:
    nasty = 'a b\n"c"=d\\e\u202e\u2028\''
    card = parse_ruleset("甲 >= 1 件 weight 1").evaluate({"甲": nasty})
    text = card.to_log()
    assert "\u202e" not in text
    assert "\u2028" not in text
    _, line, *_ = facts(text)
    assert nasty == line[1]["actual"]
