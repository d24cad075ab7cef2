"""Every view of what changed between two sheets and two cards; the sources stand first."""

from collections.abc import Callable
from typing import Final, TypeAlias

import pytest
from attrs import evolve
from jsonschema import Draft202012Validator
from rich.console import Console, RenderableType

from indicator_dsl import load_ruleset, parse_actuals, parse_ruleset
from indicator_dsl.explanation import CardChanges, RulesetChanges, compare_cards, compare_rulesets
from indicator_dsl.rendering import (
    CardChangesView,
    RulesetChangesView,
    card_changes_markdown,
    card_changes_text,
    changes_schema,
    changes_to_dict,
    changes_to_json,
    ruleset_changes_markdown,
    ruleset_changes_text,
)
from indicator_dsl.wording import Lang

Golden: TypeAlias = Callable[[str, str], None]
MakeConsole: TypeAlias = Callable[..., Console]

OLD: Final = """ruleset "窗口服务" 2024
round 2 each
grades 优 >= 90, 良 >= 80, 中 >= 60, else 差
scale 等次 = 优 100, 良 80, 差 0
bonus "创新" 1 each cap 3
[产出] 70
年办件量 >= 20 万件 weight 30
项目开展进度 <= 80 % weight 20 by excess
  basis "考核办法" 第七条
窗口服务水平 is 等次 weight 10
旧系统可用率 >= 99 % weight 10 by less 1 per 1 pp
[满意度] 30
群众满意度 >= 95 % weight 20 by bands >= 95: 20, >= 85: 12, else 0
投诉次数 <= 3 次 weight 10 by less 2 per 1 次
"""
NEW: Final = """规则集 "窗口服务" 2025
保留 2 位 逐项
等级 优 >= 90, 良 >= 80, 中 >= 60, 其余 差
等次 等次 = 优 100, 良 85, 差 0
加分 "创新" 2 每项 最高 4
封顶 总分 95

[满意度] 35
办事群众满意度 >= 95 % 分值 20 按 分段 >= 95: 20, >= 85: 12, 其余 0
投诉次数 >= 3 次 分值 15 按 比例

[产出] 65
项目开展进度 不超过 85 % 分值 20 按 反比
  依据 "考核办法" 第八条
年办件量 不低于 220000 件 分值 25
  超 130% 须说明
窗口服务水平 定性 等次 分值 10
新系统可用率 >= 99.9 % 分值 10 按 每 1 个百分点 扣 1
"""
BEFORE: Final = """年办件量 = 18 万件
项目开展进度 = 90 %
窗口服务水平 = 良
旧系统可用率 = 97.5 %
群众满意度 = 90 %
投诉次数 = 4 次
创新 = 1
"""
AFTER: Final = """年办件量 = 19 万件
项目开展进度 = 88 %
窗口服务水平 = 良
新系统可用率 = 99.9 %
办事群众满意度 = 96 %
投诉次数 = 2 次
创新 = 2
"""
OPEN: Final = AFTER.replace("投诉次数 = 2 次\n", "")


def rules() -> RulesetChanges:
    return compare_rulesets(parse_ruleset(OLD).model, parse_ruleset(NEW).model)


def cards(after: str = AFTER) -> CardChanges:
    old, new = parse_ruleset(OLD), parse_ruleset(NEW)
    return compare_cards(
        old.evaluate(parse_actuals(BEFORE)).model, new.evaluate(parse_actuals(after)).model
    )


def printed(console: Console, view: RenderableType) -> str:
    with console.capture() as capture:
        console.print(view)
    return capture.get()


def with_sources(*parts: str) -> str:
    return f"\n{'=' * 80}\n".join(parts)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_on_a_terminal(golden: Golden, console: MakeConsole, lang: Lang) -> None:
    shown = printed(console(), RulesetChangesView(rules(), lang))
    golden(f"changes/rules.{lang}.txt", with_sources(OLD, NEW, shown))
    shown = printed(console(), CardChangesView(cards(), lang))
    golden(f"changes/cards.{lang}.txt", with_sources(OLD, BEFORE, NEW, AFTER, shown))


@pytest.mark.parametrize("width", [48, 120])
def test_on_other_terminals(golden: Golden, console: MakeConsole, width: int) -> None:
    screen = console(width=width)
    told = printed(screen, RulesetChangesView(rules(), "zh"))
    told += printed(screen, CardChangesView(cards(), "zh"))
    assert all(len(line) <= width for line in told.splitlines())
    golden(f"changes/zh.{width}.txt", with_sources(OLD, BEFORE, NEW, AFTER, told))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_of_an_open_card(golden: Golden, lang: Lang) -> None:
    shown = card_changes_text(cards(OPEN), lang)
    golden(f"changes/open.{lang}.txt", with_sources(OLD, BEFORE, NEW, OPEN, shown))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_plain_and_markdown(golden: Golden, lang: Lang) -> None:
    shown = f"{ruleset_changes_text(rules(), lang)}\n{card_changes_text(cards(), lang)}"
    golden(f"changes/plain.{lang}.txt", with_sources(OLD, BEFORE, NEW, AFTER, shown))
    shown = f"{ruleset_changes_markdown(rules(), lang)}\n{card_changes_markdown(cards(), lang)}"
    golden(f"changes/{lang}.md.txt", with_sources(OLD, BEFORE, NEW, AFTER, shown))


def test_json(golden: Golden) -> None:
    shown = changes_to_json(rules(), cards(), "zh")
    golden("changes/zh.json.txt", with_sources(OLD, BEFORE, NEW, AFTER, shown))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_records_satisfy_their_schema(lang: Lang) -> None:
    schema = changes_schema()
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    validator.validate(changes_to_dict(rules(), cards(), lang))
    validator.validate(changes_to_dict(rules(), lang=lang))
    validator.validate(changes_to_dict(cards=cards(OPEN), lang=lang))
    shipped = [load_ruleset(id_).model for id_ in ("chaoyang-window-2024", "sla-monthly")]
    validator.validate(changes_to_dict(compare_rulesets(*shipped), lang=lang))


def test_no_character_that_is_not_seen() -> None:
    plain = parse_ruleset("量 >= 9 件 weight 10 by pass").model
    (rule,) = plain.indicators
    odd = evolve(rule, name="量\u202e率", notes=("\x1b[31m红",), section=("甲\u200b",))
    found = compare_rulesets(plain, evolve(plain, title="甲\u202e", indicators=(odd,)))
    langs: tuple[Lang, Lang] = ("zh", "en")
    for lang in langs:
        shown = (
            ruleset_changes_text(found, lang)
            + ruleset_changes_markdown(found, lang)
            + changes_to_json(found, lang=lang)
        )
        assert not {"\u202e", "\u200b", "\x1b"} & set(shown)
