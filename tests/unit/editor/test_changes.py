"""Corrections, renamings and layout: what they change, and that they change nothing else."""

import tomllib
from pathlib import Path

import pytest

from indicator_dsl.assets import rulesets
from indicator_dsl.diagnostics import Severity
from indicator_dsl.editor import (
    Refusal,
    analyse_actuals,
    analyse_ruleset,
    corrections_of,
    edited,
    formatting_of,
    hints_of,
    hover_at,
    renaming_at,
    text_named,
)

BAD = sorted((Path(__file__).parents[2] / "cases" / "bad").glob("*.toml"))
SHIPPED = rulesets().joinpath("chaoyang-window-2024")
RULES = SHIPPED.joinpath("ruleset.ind").read_text(encoding="utf-8")
ACTUALS = SHIPPED.joinpath("actuals.act").read_text(encoding="utf-8")


def corrected(text: str, code: str) -> list[str]:
    analysis = analyse_ruleset(text_named("a.ind", text))
    found = next(each for each in analysis.diagnostics if each.code == code)
    return [edited(text, each.edits) for each in corrections_of(analysis, found)]


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_what_is_offered_makes_the_mistake_go_away(path: Path) -> None:
    text = tomllib.loads(path.read_text(encoding="utf-8")).get("ruleset")
    if not isinstance(text, str):
        return
    analysis = analyse_ruleset(text_named("a.ind", text))
    said = [each.code for each in analysis.diagnostics]
    for found in analysis.diagnostics:
        if found.severity is Severity.ERROR:
            for each in corrections_of(analysis, found):
                again = analyse_ruleset(text_named("a.ind", edited(text, each.edits)))
                now = [other.code for other in again.diagnostics]
                assert now.count(found.code) < said.count(found.code), each.title.en


@pytest.mark.parametrize(
    ("text", "code", "wanted"),
    [
        ("甲 => 5 件 weight 5\n", "IND102", ["甲 >= 5 件 weight 5\n"]),
        (
            "甲 <= 5 件 分值 5\n",
            "IND301",
            [f"甲 <= 5 件 分值 5 按 {way}\n" for way in ("达标", "超幅", "反比")],
        ),
        ("甲 >= 5 件 Weight 5  # 注\n", "IND107", ["甲 >= 5 件 weight 5  # 注\n"]),
        ("[甲] 9\n乙 >= 5 件 weight 5\n", "IND306", ["[甲] 5\n乙 >= 5 件 weight 5\n"]),
    ],
)
def test_corrections(text: str, code: str, wanted: list[str]) -> None:
    assert corrected(text, code) == wanted


def test_a_check_can_be_answered_with_a_reason() -> None:
    (text,) = (
        each for each in corrected("投诉次数 >= 3 次 weight 10\n", "IND605") if "allow" in each
    )
    assert text == '投诉次数 >= 3 次 weight 10\n  allow IND605 "why"\n'


@pytest.mark.parametrize("name", ["年办件量", "全年预算数", "优良中低差", "预算执行率"])
@pytest.mark.parametrize("new", ["新 名称", "新(含A)", "𠮷名", "对比2023"])
def test_a_renaming_changes_the_name_and_no_more(name: str, new: str) -> None:
    rules, actuals = text_named("a.ind", RULES), text_named("a.act", ACTUALS)
    before = analyse_ruleset(rules, actuals=actuals)
    answer = renaming_at(before, RULES.index(f"{name} "), new, analyse_actuals(actuals))
    if isinstance(answer, Refusal):
        assert " " in new or "(" in new, answer.why.en  # a scale's name holds neither
        assert name == "优良中低差"
        return
    renamed = {source.name: edited(source.text, edits) for source, edits in answer.items()}
    after = analyse_ruleset(
        text_named("a.ind", renamed["a.ind"]),
        actuals=text_named("a.act", renamed.get("a.act", ACTUALS)),
    )
    assert before.card is not None
    assert after.card is not None
    assert after.card.card.total == before.card.card.total == 98
    assert not after.has_errors


def test_what_cannot_be_renamed_is_refused() -> None:
    analysis = analyse_ruleset(text_named("a.ind", "甲 >= 5 件 weight 5\n乙 >= 5 件 weight 5\n"))
    for offset, new in ((0, "乙"), (0, '甲"乙'), (0, ""), (4, "丙"), (8, "箱")):
        assert isinstance(renaming_at(analysis, offset, new), Refusal)


def test_quotes_are_set_where_the_new_name_needs_them() -> None:
    text = "甲 >= 5 件 weight 5\n"
    answer = renaming_at(analyse_ruleset(text_named("a.ind", text)), 0, "甲 >= 5")
    assert not isinstance(answer, Refusal)
    (edits,) = answer.values()
    assert edited(text, edits) == '"甲 >= 5" >= 5 件 weight 5\n'


def test_a_shipped_sheet_is_laid_out_in_the_other_language() -> None:
    source = text_named("a.ind", RULES)
    chinese = edited(RULES, formatting_of(source, to="zh"))
    assert "分值 20" in chinese
    assert formatting_of(text_named("a.ind", chinese)) == ()


def test_a_text_with_mistakes_is_not_laid_out() -> None:
    assert formatting_of(text_named("a.ind", "甲   =>  5 件 weight 5\n")) == ()


def test_one_mistake_leaves_the_others_explained() -> None:
    text = "甲 => 5 件 weight 5\n乙 >= 5 件 weight 9 by pass\n"
    analysis = analyse_ruleset(text_named("a.ind", text))
    hover = hover_at(analysis, text.index("乙"))
    assert hover is not None
    assert "full points when met, else none" in hover.markdown


def test_no_points_are_shown_of_a_sheet_in_error() -> None:
    text = "甲 <= 5 件 weight 5\n乙 >= 5 件 weight 9 by pass\n"
    analysis = analyse_ruleset(text_named("a.ind", text), actuals=text_named("a.act", "乙 = 3 件"))
    assert analysis.card is None
    assert hints_of(analysis) == ()


def test_markdown_of_the_author_stays_text() -> None:
    text = '甲*b*_c_ >= 5 件 weight 5 by pass\n  note "[x](http://y)"\n'
    hover = hover_at(analyse_ruleset(text_named("a.ind", text)), 0)
    assert hover is not None
    assert "甲\\*b\\*\\_c\\_" in hover.markdown
    assert "[x](" not in hover.markdown.replace("\\[", "")
