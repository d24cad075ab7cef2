"""The checks of a single line: each with a rule it speaks of and one it leaves alone."""

import pytest

from indicator_dsl.checks import check_sheet
from tests.engine import checks_of, ruleset_of

Case = tuple[str, list[tuple[str, ...]]]

NEVER_MISSED: list[Case] = [
    ("站点 >= 0 个 weight 5 zero target pass", [("line-never-missed", ">= 0 个")]),
    (
        "得率 >= 90 % weight 5 by bands >= 90: 5, else 5",
        [("line-never-missed", "by bands >= 90: 5, else 5")],
    ),
    ("scale 满 = 甲 100, 乙 100\n服务 is 满 weight 5", [("line-never-missed", "is 满")]),
    ("站点 >= 1 个 weight 5", []),
    # A growth, an amount of money and a temperature may lie below 0.
    ("净增站点 >= 0 个 weight 5 zero target pass", []),
    ("盈余 >= 0 元 weight 5 zero target pass", []),
    ("气温 >= 0 ℃ weight 5 zero target pass", []),
    ("收入增长率 >= 0 % weight 5 zero target pass", []),
]
OUT_OF_REACH: list[Case] = [
    (
        "得分 >= 90 分 weight 10 by bands >= 90: 8, >= 60: 5, else 0",
        [("bands-short", "by bands >= 90: 8, >= 60: 5, else 0", "10")],
    ),
    ("站点 < 0 个 weight 5 by pass", [("line-out-of-reach", "by pass", "5")]),
    (
        "scale 三级 = 甲 90, 乙 50\n服务 is 三级 weight 5",
        [("line-out-of-reach", "is 三级", "scale 三级 = 甲 90, 乙 50")],
    ),
    ("得分 >= 90 分 weight 10 by bands >= 90: 10, >= 60: 5, else 0", []),
    ("scale 三级 = 甲 100..80, 乙 80..0\n服务 is 三级 weight 5", []),
    ("站点 <= 0 个 weight 5 by pass", []),
]
NOT_FULL: list[Case] = [
    (
        "得分 >= 90 分 weight 10 by bands >= 95: 10, >= 60: 5, else 0",
        [("target-not-full", ">= 90 分", "by bands >= 95: 10, >= 60: 5, else 0")],
    ),
    (
        "得分 > 60 分 weight 10 by line from 60 to 100",
        [("target-not-full", "> 60 分", "by line from 60 to 100")],
    ),
    (
        "办件 <= 30 件 weight 5 by line from 60 to 15",
        [("target-not-full", "<= 30 件", "by line from 60 to 15")],
    ),
    ("得分 >= 95 分 weight 10 by line from 60 to 95", []),
    ("得分 > 60 分 weight 10 by ratio", []),
    ("办件 < 30 件 weight 5 by pass", []),
    ("气温 in 18..26 ℃ weight 3 by pass", []),
    # Taking points for far too much is said by the rule itself.
    ("办件 >= 30 件 weight 5 over 150% less 10%", []),
]
AGAINST: list[Case] = [
    (
        "得分 >= 90 分 weight 10 by bands >= 95: 5, >= 60: 10, else 0",
        [
            (
                "points-against-direction",
                "by bands >= 95: 5, >= 60: 10, else 0",
                ">= 90 分",
            )
        ],
    ),
    ("得分 >= 60 分 weight 10 by bands >= 60: 10, >= 50: 5, else 0", []),
]
DIRECTION: list[Case] = [
    ("项目进度 <= 80 % weight 9 by inverse", [("direction-suspect", "<= 80 %", "项目进度")]),
    ("覆盖面 < 80 % weight 9 by pass", [("direction-suspect", "< 80 %", "覆盖面")]),
    ("total cost >= 5 万元 weight 9", [("direction-suspect", ">= 5 万元", "total cost")]),
    ("投诉次数 > 3 次 weight 9 by pass", [("direction-suspect", "> 3 次", "投诉次数")]),
    ("逾期项目数 >= 3 个 weight 9", [("direction-suspect", ">= 3 个", "逾期项目数")]),
    ("不合格率 >= 3 % weight 9", [("direction-suspect", ">= 3 %", "不合格率")]),
    ("投诉处理率 >= 95 % weight 9", []),
    ("成本节约率 >= 5 % weight 9", []),
    ("投诉次数 <= 3 次 weight 9 by pass", []),
    ("成本控制率 <= 99 % weight 9 by pass", []),
    ("完成 <= 30 天 weight 9 by pass", []),
    ("项目进度 <= 2024-12-31 weight 9", []),
    ("年办件量 <= 3 件 weight 9 by pass", []),
]
SHARES: list[Case] = [
    ("合格率 > 100 % weight 9 by pass", [("share-over-whole", "> 100 %")]),
    ("合格率 >= 101 % weight 9", [("share-over-whole", ">= 101 %")]),
    ("合格率 in 101..105 % weight 9 by pass", [("share-over-whole", "in 101..105 %")]),
    ("合格率 >= 1001 ‰ weight 9", [("share-over-whole", ">= 1001 ‰")]),
    ("合格率 >= 100 % weight 9", [("share-exactly-whole", ">= 100 %")]),
    ("合格率 = 100 % weight 9 by ratio", []),
    ("合格率 >= 99 % weight 9", []),
    ("收入增长率 >= 110 % weight 9", []),
    ("产值 >= 110 % weight 9", []),
    ("合格率 >= 0.95 weight 9", [("percentage-as-ratio", ">= 0.95")]),
    ("满意度 >= 0.95 % weight 9", [("percentage-as-ratio", ">= 0.95 %")]),
    ("差错率 <= 0.5 % weight 9 by pass", []),
    ("合格率 >= 95 weight 9", []),
    ("站点 >= 0.95 weight 9", []),
]
ALLOW: list[Case] = [
    ('项目进度 <= 80 % weight 9 by pass\n  allow IND605 "分年下达"', []),
    (
        '项目进度 >= 80 % weight 9\n  allow IND605 "分年下达"',
        [("allow-idle", 'allow IND605 "分年下达"')],
    ),
    ('站点 >= 8 个 weight 9\n  allow IND699 "x"', [("allow-unknown", 'allow IND699 "x"')]),
    ('站点 >= 8 个 weight 9\n  allow IND204 "x"', [("allow-unknown", 'allow IND204 "x"')]),
    ('站点 >= 8 个 weight 9\n  allow IND690 "x"', [("allow-unknown", 'allow IND690 "x"')]),
]


@pytest.mark.parametrize(
    ("text", "said"),
    [*NEVER_MISSED, *OUT_OF_REACH, *NOT_FULL, *AGAINST, *DIRECTION, *SHARES, *ALLOW],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_a_line(text: str, said: list[tuple[str, ...]]) -> None:
    assert said == checks_of(text)


def test_the_sentences_tell_numbers_and_words() -> None:
    (found,) = check_sheet(ruleset_of("得分 > 60 分 weight 10 by line from 60 to 100"))
    assert "“得分”为 80 分 时已达到目标 > 60 分，却只得 5 分（满分 10）" == found.message.zh
    assert "`得分` earns 5 of 10 at 80 分, although its target > 60 分 is met" == found.message.en


def test_help_turns_a_suspect_target_round() -> None:
    (found,) = check_sheet(ruleset_of("项目进度 <= 80 % weight 9 by inverse"))
    assert found.help is not None
    assert '项目进度 >= 80 %, or keep it: allow IND605 "why"' in found.help.en
    assert "项目进度 >= 80 %；确需保留时：允许 IND605 “理由”" in found.help.zh


def test_help_writes_a_ratio_as_a_percentage() -> None:
    (found,) = check_sheet(ruleset_of("合格率 >= 0.95 weight 9"))
    assert found.help is not None
    assert found.help.en.startswith("合格率 >= 95 %,")
