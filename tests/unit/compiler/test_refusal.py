"""A rule that does not say what a miss costs is refused, with what each method would give."""

import pytest

from indicator_dsl.diagnostics import Diagnostic
from tests.engine import compiled


def refusal(text: str) -> Diagnostic:
    ruleset, said = compiled(text)
    assert ruleset is None
    (found,) = [each for each in said if each.name == "method-missing"]
    return found


@pytest.mark.parametrize(
    ("rule", "notes"),
    [
        # A quarter over: 10 × (1 − 25/100) and 10 × 100/125.
        (
            "成本 <= 100 万元 weight 10",
            ["at 125 万元: by pass 0.00 · by excess 7.50 · by inverse 8.00"],
        ),
        (
            "时长 < 80 min weight 10",
            ["at 100 min: by pass 0.00 · by excess 7.50 · by inverse 8.00"],
        ),
        ("增长 > 80 % weight 10", ["at 60 %: by pass 0.00 · by ratio 7.50"]),
        (
            "站点 = 100 个 weight 10",
            ["at 75 个: by pass 0.00 · by ratio 7.50", "at 125 个: by pass 0.00 · by ratio 8.00"],
        ),
        (
            "气温 in 20..40 ℃ weight 10",
            ["at 15 ℃: by pass 0.00 · by ratio 7.50", "at 50 ℃: by pass 0.00 · by ratio 8.00"],
        ),
        # No share of nothing has a meaning: only pass is left, shown one unit away.
        ("投诉 <= 0 件 weight 10", ["at 1 件: by pass 0.00"]),
        ("增减 = 0 件 weight 10", ["at -1 件: by pass 0.00", "at 1 件: by pass 0.00"]),
        ("净增 > -8 件 weight 10", ["at -10 件: by pass 0.00"]),
    ],
)
def test_the_choices_and_their_points(rule: str, notes: list[str]) -> None:
    found = refusal(rule)
    *choices, whole = [note.en for note in found.notes]
    assert notes == choices
    operator = rule.split()[1]
    assert f"or once for every `{operator}` line: default {operator} by …" == whole


def test_the_help_can_be_pasted() -> None:
    found = refusal("成本 <= 100 万元 分值 10")
    assert found.help is not None
    assert [
        "成本 <= 100 万元 分值 10 按 达标",
        "成本 <= 100 万元 分值 10 按 超幅",
        "成本 <= 100 万元 分值 10 按 反比",
    ] == found.help.zh.split("\n")
    for line in found.help.zh.split("\n"):
        assert compiled(line)[0] is not None


def test_the_points_are_rounded_as_the_ruleset_rounds() -> None:
    found = refusal("round 0 each\n时长 <= 3 天 weight 10")
    # 10 × 3/3.75 = 8 and 10 × (1 − 0.75/3) = 7.5, which rounds up.
    assert "at 3.75 天: by pass 0 · by excess 8 · by inverse 8" == found.notes[0].en


def test_it_says_so_in_chinese_too_and_where() -> None:
    found = refusal("成本 <= 100 万元 weight 10\n")
    assert (
        "实际值为 125 万元 时：按 达标 得 0.00 · 按 超幅 得 7.50 · 按 反比 得 8.00"
        == found.notes[0].zh
    )
    assert found.place is not None
    assert "<= 100 万元" == found.place.text
    assert "成本" in found.message.zh
