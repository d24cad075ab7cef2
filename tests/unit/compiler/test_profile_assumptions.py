"""What a profile assumes goes with the statement it was said of."""

from tests.engine import compiled

OWN = "use mof-2020\n满意度 >= 95 % weight 90\n成本 <= 10 元 weight 10\n"


def assumed(text: str) -> list[str]:
    ruleset, _ = compiled(text)
    assert ruleset is not None
    return [each.zh for each in ruleset.assumptions]


def test_all_of_a_profile_that_is_kept() -> None:
    assert any("反比" in words for words in assumed(OWN))
    assert any("等级" in words for words in assumed(OWN))


def test_none_of_a_statement_that_is_replaced() -> None:
    text = OWN + "default <= by excess\ngrades 甲 >= 60, else 乙\n"
    assert not any("反比" in words for words in assumed(text))
    assert not any("等级按" in words for words in assumed(text))
    assert any("正向指标" in words for words in assumed(text))
