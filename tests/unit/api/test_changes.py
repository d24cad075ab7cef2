"""What changed, as a user holds it: names, parts, and what can be printed."""

import pickle
from fractions import Fraction

import pytest

from indicator_dsl import RulesetDiff, ScorecardDiff, parse_ruleset
from indicator_dsl.rendering import console_for

OLD = parse_ruleset(
    "round 2 each\n群众满意度 >= 90 % weight 10\n甲 >= 10 件 weight 10\n"
    "乙 <= 5 天 weight 5 by pass\n"
    'bonus "新" 1 each cap 3'
)
NEW = parse_ruleset(
    "round 2 each\n办事群众满意度 >= 90 % weight 10\n甲 <= 10 件 weight 10 by inverse\n"
    '丙 = 3 次 weight 4 by pass\nbonus "新" 2 each cap 3'
)
DIFF = OLD.diff(NEW)
BEFORE = OLD.evaluate({"群众满意度": 45, "甲": 8, "乙": 4, "新": 1})
AFTER = NEW.evaluate({"办事群众满意度": 90, "甲": 8, "丙": 3, "新": 1})
CHANGES = BEFORE.diff(AFTER)


def test_names_of_lines() -> None:
    assert isinstance(DIFF, RulesetDiff)
    assert (DIFF.added, DIFF.removed, DIFF.changed) == (("丙",), ("乙",), ("甲",))
    assert DIFF.renamed == (("群众满意度", "办事群众满意度"),)
    assert DIFF
    assert not OLD.diff(OLD)


def test_parts_add_up() -> None:
    assert isinstance(CHANGES, ScorecardDiff)
    # 5 + 8 + 5 + 1 = 19, then 10 + 10 + 4 + 2 = 26.
    assert CHANGES.change == 7
    assert CHANGES.bounds == (Fraction(7), Fraction(7))
    assert CHANGES.performance == 5
    assert not any((CHANGES.targets, CHANGES.weights, CHANGES.methods))
    assert CHANGES.merged == {("targets", "methods"): Fraction(2)}
    assert [str(part) for part in (CHANGES.added, CHANGES.removed, CHANGES.sheet)] == [
        "4",
        "-5",
        "1",
    ]
    assert CHANGES.unsettled == ()
    assert CHANGES
    assert not BEFORE.diff(BEFORE)


def test_while_a_card_is_open() -> None:
    changes = BEFORE.diff(NEW.evaluate({"办事群众满意度": 90, "甲": 8, "新": 1}))
    assert changes.change is None
    assert changes.bounds == (Fraction(3), Fraction(7))
    assert changes.unsettled == ("丙",)


@pytest.mark.parametrize("shown", [DIFF, CHANGES])
def test_both_print_themselves(shown: RulesetDiff | ScorecardDiff) -> None:
    assert str(shown) == shown.to_text()
    assert not str(shown).endswith("\n")
    assert shown.to_markdown("zh").endswith("\n")
    assert shown.summary("zh") in shown.to_markdown("zh")
    assert shown.summary("en") in repr(shown)
    assert shown.to_dict("zh")["schema"] == "1"
    with (console := console_for()).capture() as printed:
        console.print(shown)
        console.print(shown.view("zh"))
    assert shown.summary("zh")[:6] in printed.get()
    assert pickle.loads(pickle.dumps(shown)) == shown  # noqa: S301 - our own
