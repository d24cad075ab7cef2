"""What two rulesets say differently: meaning, not text. Expectations are worked out by hand."""

import pytest

from indicator_dsl.explanation import LineChange, RulesetChanges, compare_rulesets
from tests.engine import ruleset_of

ROUND = "round 2 each\n"


def compared(old: str, new: str) -> RulesetChanges:
    return compare_rulesets(ruleset_of(ROUND + old), ruleset_of(ROUND + new))


def only(changes: RulesetChanges) -> LineChange:
    (line,) = changes.lines
    return line


def aspects(changes: RulesetChanges) -> list[tuple[str, str, str]]:
    return [
        (each.aspect.value, each.before.en, each.after.en)
        for line in changes.lines
        for each in line.changes
    ]


def statements(changes: RulesetChanges) -> list[tuple[str, str, str | None, str | None]]:
    return [
        (
            each.statement.value,
            each.name,
            None if each.before is None else each.before.en,
            None if each.after is None else each.after.en,
        )
        for each in changes.statements
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("量 >= 20 万件 weight 20", "量 >= 200000 件 weight 20"),
        ("量 >= 200000 件 weight 20 by ratio", "量 不低于 200000 件 分值 20  # 备注"),
        ("量 >= 9 件 weight 2\n率 >= 5 % weight 1", "率 >= 5 % weight 1\n量 >= 9 件 weight 2"),
        ("default <= by excess\n量 <= 9 件 weight 2", "量 <= 9 件 weight 2 by excess"),
        ("量 >= 2 万元 weight 2", "量 >= 20000 元 weight 2"),
        (
            "量 >= 5 % weight 2 by bands >= 5: 2, else 0",
            "量 >= 5 % weight 2 by bands >= 5: 100%, else 0%",
        ),
        (
            "量 >= 50 件 weight 2 by less 1 per 5 件 at most 2",
            "量 >= 50 件 weight 2 by less 1 per 5 件",
        ),
        ("round 2 each\n量 >= 5 件 weight 2"[13:], "量 >= 5 件 weight 2"),
        (
            "input 数 元\n量 >= 5 件 weight 2\n  n/a drop\n  when 数 > 2 万元",
            "input 数 元\n量 >= 5 件 weight 2\n  n/a drop\n  when 数 > 20000 元",
        ),
    ],
)
def test_what_is_no_change(old: str, new: str) -> None:
    changes = compared(old, new)
    assert not changes.has_changes
    assert changes.sentence.en == "no difference in meaning"


@pytest.mark.parametrize(
    ("old", "new", "aspect"),
    [
        ("量 >= 9 件 weight 2", "量 >= 8 件 weight 2", ("target", ">= 9 件", ">= 8 件")),
        ("量 >= 9 件 weight 2", "量 > 9 件 weight 2 by ratio", ("target", ">= 9 件", "> 9 件")),
        ("量 >= 9 件 weight 2", "量 >= 9 个 weight 2", ("target", ">= 9 件", ">= 9 个")),
        ("量 >= 9 件 weight 2", "量 >= 9 件 weight 3", ("weight", "2", "3")),
        (
            "量 <= 9 件 weight 2 by pass",
            "量 <= 9 件 weight 2 by inverse",
            (
                "method",
                "full points when met, else none",
                "full points when met, above that weight × target / actual",
            ),
        ),
        (
            "量 >= 9 件 weight 2\n  cap 120%",
            "量 >= 9 件 weight 2\n  zero below 60% of target",
            (
                "guards",
                "points go on past the target, up to 120 % of the weight",
                "no points below 60 % of the target",
            ),
        ),
        (
            "[甲]\n量 >= 9 件 weight 2",
            "[乙 / 丙]\n量 >= 9 件 weight 2",
            ("section", "甲", "乙 / 丙"),
        ),
        (
            '量 >= 9 件 weight 2\n  basis "甲办法" 第一条',
            '量 >= 9 件 weight 2\n  basis "甲办法" 第二条',
            ("bases", "甲办法 第一条", "甲办法 第二条"),
        ),
        (
            "量 >= 9 件 weight 2",
            '量 >= 9 件 weight 2\n  note "含上年"',
            ("notes", "", "含上年"),
        ),
        (
            "量 >= 9 件 weight 2",
            "量 >= 9 件 weight 2\n  missing zero",
            ("guards", "", "no points without an actual"),
        ),
    ],
)
def test_what_of_a_line_changed(old: str, new: str, aspect: tuple[str, str, str]) -> None:
    changes = compared(old, new)
    assert aspects(changes) == [aspect]
    assert only(changes).kind == "changed"


def test_a_method_in_shares_follows_the_weight() -> None:
    # Full marks at 95 and six tenths at 85, whatever the weight: only the weight changed.
    band = "率 >= 95 % weight {} by bands >= 95: 100%, >= 85: 60%, else 0"
    changes = compared(band.format(20), band.format(10))
    assert [aspect for aspect, _, _ in aspects(changes)] == ["weight"]


def test_a_method_in_points_does_not() -> None:
    less = "率 >= 95 % weight {} by less 1 per 1 pp"
    assert [a for a, _, _ in aspects(compared(less.format(20), less.format(10)))] == ["weight"]
    half = "率 >= 95 % weight 10 by less 0.6 per 1 pp"
    changed = compared(less.format(20), half)
    assert [a for a, _, _ in aspects(changed)] == ["weight", "method"]


def test_shares_of_the_target_follow_the_target() -> None:
    step = "量 >= {} 件 weight 10 by less 2 per 5% of target"
    changes = compared(step.format(100), step.format(120))
    assert [aspect for aspect, _, _ in aspects(changes)] == ["target"]


def test_added_and_removed() -> None:
    changes = compared("甲 >= 9 件 weight 2", "乙 <= 5 天 weight 3 by pass")
    assert [(line.kind, line.indicator.name) for line in changes.lines] == [
        ("added", "乙"),
        ("removed", "甲"),
    ]
    assert changes.sentence.zh == "指标新增 1 项；指标删去 1 项；全表规定改动 1 条"


def test_probably_renamed() -> None:
    changes = compared("群众满意度 >= 95 % weight 10", "办事群众满意度 >= 95 % weight 10")
    line = only(changes)
    # 5 of 5 and 5 of 7 characters are alike: 2 × 5 / 12.
    assert (line.kind, line.match.similarity, line.changes) == ("renamed", 83, ())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("群众满意度 >= 95 % weight 10", "办事群众满意度 >= 95 % weight 20"),
        ("群众满意度 >= 95 % weight 10", "办事群众满意度 >= 90 % weight 10"),
        ("群众满意度 >= 95 % weight 10", "窗口开放率 >= 95 % weight 10"),
        (
            "满意度甲 >= 95 % weight 10",
            "满意度乙 >= 95 % weight 10\n满意度丙 >= 95 % weight 10",
        ),
    ],
)
def test_not_taken_for_a_rename(old: str, new: str) -> None:
    assert {line.kind for line in compared(old, new).lines} == {"added", "removed"}


# ---- where the points differ


def reaches(old: str, new: str) -> list[tuple[str, str, str, str | None, str | None]]:
    found = only(compared(old, new)).reaches
    assert found is not None
    return [
        (
            each.where.en,
            each.sense.value,
            each.sample.en,
            None if each.before is None else str(each.before),
            None if each.after is None else str(each.after),
        )
        for each in found
    ]


def test_of_a_higher_target() -> None:
    # 20·x/100 against 20·x/200: alike at 0 and from 200 on; furthest apart at the old target.
    assert reaches("量 >= 100 件 weight 20", "量 >= 200 件 weight 20") == [
        ("above 0 件 and below 200 件", "less", "100 件", "20", "10")
    ]


def test_of_excess_and_inverse() -> None:
    # 20 − x/8 against 800/x: they touch at 80 only, and from 160 on excess pays nothing.
    (found,) = reaches("度 <= 80 % weight 10 by excess", "度 <= 80 % weight 10 by inverse")
    assert found[:2] == ("above 80 %", "more")


def test_of_lines_that_cross() -> None:
    # (x − 60)/4 against (x − 50)/4: 2.5 points more in between, at 70 as anywhere.
    line = "率 >= 90 % weight 10 by line from {} to {}"
    assert reaches(line.format(60, 100), line.format(50, 90)) == [
        ("above 50 % and below 100 %", "more", "70 %", "5/2", "5")
    ]
    # 10·(x−60)/30 against 10·(x−40)/60 cross at 80, where both pay 20/3.
    crossed = reaches(line.format(60, 90), line.format(40, 100))
    assert [each[:2] for each in crossed] == [
        ("above 40 % and below 80 %", "more"),
        ("above 80 % and below 100 %", "less"),
    ]


def test_of_days() -> None:
    late = "期 <= {} weight 10 by less 5 per 1 天"
    # Two points a day more from the 21st to the 26th: then both have nothing.
    assert reaches(late.format("2024-12-20"), late.format("2024-12-25")) == [
        ("at least 2024-12-21 and at most 2024-12-26", "more", "2024-12-25", "0", "10")
    ]


def test_of_many_steps() -> None:
    # A hundredth a time, from 3 on or from 2 on: 1000 steps, a hundredth less on every one.
    count = "次数 <= {} 次 weight 10 by less 0.01 per full 1 次"
    assert [each[:2] for each in reaches(count.format(3), count.format(2))] == [
        ("at least 3 次 and below 1003 次", "less")
    ]


def test_of_more_steps_than_can_be_told() -> None:
    late = "期 <= 2024-12-20 weight 10 by less {} per full {} 天"
    found = only(compared(late.format("0.01", 1), late.format("0.015", 2))).reaches
    assert found is not None
    first = found[0]
    assert (first.is_everywhere, first.where.en[:20]) == (False, "at least 2024-12-21 ")
    assert first.before != first.after


def test_of_every_actual() -> None:
    # Whoever has the points of both: 5 at least or 4 at least, whatever is done.
    bands = "率 >= 90 % weight 10 by bands >= 90: {}, else {}"
    assert reaches(bands.format(10, 5), bands.format(9, 4)) == [
        ("every actual", "less", "0 %", "5", "4")
    ]
    # Only below the target, and no actual is too small.
    assert reaches(bands.format(10, 5), bands.format(10, 4)) == [
        ("below 90 %", "less", "30 %", "5", "4")
    ]
    low = "温 >= -10 ℃ weight 10 by bands >= -10: 10, else {}"
    assert reaches(low.format(5), low.format(4)) == [("below -10 ℃", "less", "-15 ℃", "5", "4")]


def test_of_a_single_actual() -> None:
    # Exactly four, or any: the two pay alike but at three.
    rule = "次 = {} 次 weight 10 by pass"
    assert [each[:2] for each in reaches(rule.format(4), rule.format(3))] == [
        ("exactly 3 次", "more"),
        ("exactly 4 次", "less"),
    ]


def test_of_ranged_levels() -> None:
    # The most is the same, the least is not: 6 of 10, then 7 of 10.
    scale = "scale 表 = 达成 100..{0}, 未达成 {0}..0\n质 is 表 weight 10"
    assert reaches(scale.format(60), scale.format(70)) == [
        ("达成", "more", "达成", "6", "7"),
        ("未达成", "more", "未达成", "6", "7"),
    ]


def test_of_levels_and_items() -> None:
    scale = "scale 表 = 优 100, 良 {}, 差 0\n质 is 表 weight 10"
    assert reaches(scale.format(80), scale.format(60)) == [("良", "less", "良", "8", "6")]
    items = "制度 weight {}\n  by points\n  - 健全: 4\n  - 执行: rest"
    assert reaches(items.format(10), items.format(9)) == [("执行", "less", "执行", "6", "5")]


def test_other_words_for_the_same_points() -> None:
    line = only(
        compared(
            "率 >= 95 % weight 10 by less 0.5 per 1 pp",
            "率 >= 95 % weight 10 by less 1 per 2 pp",
        )
    )
    assert [each.aspect.value for each in line.changes] == ["method"]
    assert line.reaches == ()


def test_what_cannot_be_compared() -> None:
    scale = "scale 表 = 优 100, 差 0\n质 is 表 weight 10"
    assert only(compared(scale, "质 >= 9 分 weight 10")).reaches is None


# ---- the whole sheet


LINE = "量 >= 9 件 weight 10\n"


@pytest.mark.parametrize(
    ("old", "new", "statement"),
    [
        ('ruleset "甲" 2024\n', 'ruleset "甲" 2025\n', ("year", "", "2024", "2025")),
        ('ruleset "甲" 2024\n', 'ruleset "乙" 2024\n', ("title", "", "甲", "乙")),
        ("total 10\n", "total 20\n", ("total", "", "10", "20")),
        (
            "grades 优 >= 90, else 差\n",
            "grades 优 >= 95, else 差\n",
            ("grades", "", "优 ≥ 90, else 差", "优 ≥ 95, else 差"),
        ),
        ('bonus "新" 1 each cap 3\n', "", ("bonus", "新", "新: +1 each, at most 3", None)),
        ("", "limit total 89\n", ("limit", "", None, "the total is at most 89")),
        ("limit total 80\n", "limit total 89\n",
         ("limit", "", "the total is at most 80", "the total is at most 89")),
        ('veto "假" total <= 60\n', 'veto "假" total <= 50\n',
         ("veto", "假", "假: the total is at most 60", "假: the total is at most 50")),
        ("input 数 元\n", "input 数 人\n", ("input", "数", "元", "人")),
        ('input 数 元\ncheck 数 > 5 元 "少"\n', 'input 数 元\ncheck 数 > 6 元 "少"\n',
         ("check", "", "数 > 5 元: 少", None)),
        ('assume "甲"\n', "", ("assumption", "", "甲", None)),
    ],
)  # fmt: skip
def test_what_changed_for_the_whole_sheet(
    old: str, new: str, statement: tuple[str, str, str | None, str | None]
) -> None:
    changes = compared(old + LINE, new + LINE)
    assert statement in statements(changes)
    assert not changes.lines


def test_rounding_and_examples() -> None:
    before, after = (
        ruleset_of(f"{head}\n{LINE}example 量 = 9 件 -> {points}")
        for head, points in (("round 1 each", "10"), ("round 1 total", "9"))
    )
    assert statements(compare_rulesets(before, after)) == [
        (
            "rounding",
            "",
            "half-up to 1 place, line by line",
            "half-up to 1 place, once at the total",
        ),
        ("example", "量", "9 件 -> 10", "9 件 -> 9"),
    ]


def test_a_section_and_a_sum() -> None:
    old = "input 数 元\nlet 比 = 数 / 5 元\n[甲] 10\n比 >= 9 weight 10"
    new = "input 数 元\nlet 比 = 数 / 6 元\n[甲] 5 of inner 10\n比 >= 9 weight 10"
    assert statements(compared(old, new)) == [
        ("total", "", "10", "5"),
        ("section", "甲", "10 points", "5 points, scored out of 10"),
        ("let", "比", "数 / 5 元", "数 / 6 元"),
    ]


def test_what_moves_points_comes_first() -> None:
    old = "甲 >= 9 件 weight 2\n乙 >= 9 件 weight 20\n丙 >= 9 件 weight 5"
    new = '甲 >= 8 件 weight 2\n乙 >= 9 件 weight 20\n  note "注"\n丙 >= 8 件 weight 5'
    assert [line.indicator.name for line in compared(old, new).lines] == ["丙", "甲", "乙"]
