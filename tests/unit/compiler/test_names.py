"""Names within one ruleset: used once, told apart, and known where they are used."""

import pytest

from tests.engine import compiled, errors_of, ruleset_of


@pytest.mark.parametrize(
    "text",
    [
        "甲 >= 1 件 weight 1\n甲 >= 2 件 weight 1",
        "甲 >= 1 件 weight 1\n 甲  >= 2 件 weight 1",
        "input 甲 件\ninput 甲 件\n甲 >= 1 件 weight 1",
        "input 甲 件\nlet 甲 = 3 件\n甲 >= 1 件 weight 1",
        "scale 等次 = 优 100, 差 0\n甲 is 等次 weight 1\ninput 甲 件",
        "scale 等次 = 优 100, 差 0\nlet 甲 = 3 件\n甲 is 等次 weight 1",
        "scale 甲 = 优 100, 差 0\nscale 甲 = 优 100, 差 0\n甲 >= 1 件 weight 1",
    ],
)
def test_a_name_is_used_once(text: str) -> None:
    assert "name-duplicate" in [name for name, _ in errors_of(text)]


@pytest.mark.parametrize(
    "text",
    [
        "input 甲 件\n甲 >= 1 件 weight 1",
        "甲 >= 1 件 weight 1\nlet 甲 = 3 件",
        "scale 甲 = 优 100, 差 0\n甲 is 甲 weight 1",
    ],
)
def test_a_figure_may_be_scored_and_a_scale_has_names_of_its_own(text: str) -> None:
    ruleset_of(text)


def test_a_name_used_twice_points_at_both() -> None:
    (said,) = [
        d
        for d in compiled("甲 >= 1 件 weight 1\n甲 >= 2 件 weight 1")[1]
        if "twice" in d.message.en
    ]
    assert [1, 2] == sorted(label.place.start.line for label in said.labels)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A率", "Ａ率"),
        ("满意度(优)", "满意度（优）"),
        ("total cost", "totalcost"),
        ("1号", "１号"),
        ("㎡数", "m2数"),
    ],
)
def test_names_that_look_alike_are_refused(one: str, other: str) -> None:
    assert [("name-look-alike", other)] == errors_of(
        f"{one} >= 1 件 weight 1\n{other} >= 1 件 weight 1"
    )


def test_names_are_compared_trimmed_and_in_normal_form() -> None:
    composed, decomposed = "caf\u00e9 visits", "cafe\u0301  visits"
    ruleset = ruleset_of(f"input {decomposed} 次\n{composed} >= 1 次 weight 1")
    assert composed == ruleset.inputs[0].name == ruleset.indicators[0].name


def test_a_name_nobody_declared() -> None:
    said = compiled(
        '全年执行数 >= 1 元 weight 1\ncheck 全年执行额 > 1 元 "m"\ncheck 别的 > 1 元 "m"'
    )[1]
    near, far = [each for each in said if each.name == "name-unknown"]
    assert near.help is not None
    assert "did you mean 全年执行数?" == near.help.en
    assert far.help is not None
    assert "declare it: input 别的 万元" == far.help.en


def test_suggestions_end_when_nothing_is_known() -> None:
    # A file with hundreds of unknown names is another kind of file; looking further is no help.
    text = "全年执行数 >= 1 元 weight 1\n" + 'check 全年执行额 > 1 元 "m"\n' * 150
    helps = [d.help.en for d in compiled(text)[1] if d.name == "name-unknown" and d.help]
    assert 150 == len(helps)
    assert {True} == {"did you mean" in each for each in helps[:100]}
    assert {False} == {"did you mean" in each for each in helps[100:]}


def test_a_rule_says_nothing_to_score_when_there_is_none() -> None:
    for text in ("", "# 只有说明", "input 甲 件"):
        assert ["nothing-to-score"] == [name for name, _ in errors_of(text)]
    assert ["not-understood"] == [name for name, _ in errors_of("???")]
