"""What does not hold in what was handed in: each finding, when it comes and what it says."""

from fractions import Fraction

import pytest
from attrs import evolve

from indicator_dsl import parse_actuals, parse_ruleset
from indicator_dsl.diagnostics import Finding
from indicator_dsl.model import Actuals, Entry
from indicator_dsl.scoring import evaluate
from tests.engine import actuals_of, card_of, compiled, findings_of, ruleset_of

RULE = "年办件量 >= 200000 件 weight 20\n"
LATE = "进度 <= 80 % weight 10 by inverse\n"


def findings(text: str, actuals: Actuals) -> list[Finding]:
    return list(evaluate(ruleset_of(text), actuals).findings)


def reported(text: str, cell: object, points: str) -> list[Finding]:
    name = text.split(" ", maxsplit=1)[0]
    entry = Entry(name=name, cell=cell, reported=Fraction(points))
    return findings(text, Actuals(entries=(entry,)))


def test_nothing_to_ask() -> None:
    assert [] == findings_of(card_of(RULE, {"年办件量": "200000 件"}))


# ---- reported scores


@pytest.mark.parametrize(
    ("text", "cell", "points", "sentence"),
    [
        (
            LATE,
            "100%",
            "10",
            (
                "`进度`: the office reported 10; asked <= 80 %, done 100 % earns 8.00 of 10"
                " by inverse (by pass 0.00, by excess 7.50 would give otherwise)"
                "; no usual method gives more than 8.00"
            ),
        ),
        (
            LATE,
            "100%",
            "7.5",
            (
                "`进度`: the office reported 7.5; asked <= 80 %, done 100 % earns 8.00 of 10"
                " by inverse (by pass 0.00, by excess 7.50 would give otherwise)"
            ),
        ),
        # Of a target met every method gives the same, so none is named.
        (
            LATE,
            "80%",
            "9",
            "`进度`: the office reported 9; asked <= 80 %, done 80 % earns 10.00 of 10",
        ),
        # No other method has a meaning where the target is nothing.
        (
            "投诉 <= 0 件 weight 5 by pass\n",
            "2 件",
            "5",
            "`投诉`: the office reported 5; asked <= 0 件, done 2 件 earns 0.00 of 5",
        ),
        (
            "气温 in 20..40 ℃ weight 10 by pass\n",
            "50 ℃",
            "10",
            (
                "`气温`: the office reported 10; asked in 20..40 ℃, done 50 ℃ earns 0.00 of 10"
                " by pass (by ratio 8.00 would give otherwise);"
                " no usual method gives more than 8.00"
            ),
        ),
    ],
)
def test_a_reported_score_that_the_rule_does_not_give(
    text: str, cell: str, points: str, sentence: str
) -> None:
    (finding,) = reported(text, cell, points)
    assert "reported-score-differs" == finding.name
    assert sentence == finding.message.en
    assert finding.ask is not None
    assert f"on what ground was {points} given?" == finding.ask.en


def test_a_reported_level_that_the_scale_does_not_pay() -> None:
    text = "服务 is 等次 weight 30\nscale 等次 = 优 100, 良 80, 差 0\n"
    (finding,) = reported(text, "良", "30")
    assert (
        "`服务`: the office reported 30; asked 等次, done 良 earns 24.00 of 30"
        == finding.message.en
    )


@pytest.mark.parametrize("points", ["8", "8.00", "8.000"])
def test_a_reported_score_that_the_rule_gives(points: str) -> None:
    assert [] == reported(LATE, "100%", points)


def test_a_reported_score_is_held_against_rounded_points_under_either_rounding() -> None:
    # Two thirds of ten.
    for rounding in ("each", "total"):
        text = f"甲 >= 3 件 weight 10\nround 2 {rounding}\n"
        assert [] == reported(text, "2 件", "6.67")
        assert ["reported-score-differs"] == [f.name for f in reported(text, "2 件", "6.66")]


def test_a_reported_score_of_a_line_that_is_not_scored_is_not_judged() -> None:
    assert ["actual-missing"] == [f.name for f in reported(RULE, None, "20")]
    assert ["actual-unreadable"] == [f.name for f in reported(RULE, "优", "20")]


@pytest.mark.parametrize(
    ("total", "cell", "sentence"),
    [
        ("8", "100%", None),
        ("9", "100%", "the reported total is 9; the rules give 8.00"),
        ("10", None, None),
        ("0", None, None),
        ("10.01", None, "the reported total is 10.01; the rules give between 0.00 and 10.00"),
        ("-1", None, "the reported total is -1; the rules give between 0.00 and 10.00"),
    ],
)
def test_a_reported_total(total: str, cell: str | None, sentence: str | None) -> None:
    entries = (Entry(name="进度", cell=cell),)
    found = findings(LATE, Actuals(entries=entries, reported_total=Fraction(total)))
    told = [each.message.en for each in found if each.name == "total-differs"]
    assert ([] if sentence is None else [sentence]) == told


# ---- names and headings


def test_a_name_the_ruleset_does_not_have() -> None:
    found = findings(RULE, actuals_of({"年办件量": 200_000, "年办件数": 3, "别的事": 4}))
    assert [
        "the ruleset has no `年办件数`; did you mean 年办件量?",
        "the ruleset has no `别的事`",
    ] == [each.message.en for each in found]
    assert {"actual-unknown"} == {each.name for each in found}


def test_suggestions_end_when_nothing_is_known() -> None:
    cells = {f"年办件数{n}": n for n in range(150)}
    found = [f for f in findings(RULE, actuals_of(cells)) if f.name == "actual-unknown"]
    assert 150 == len(found)
    assert not any("did you mean" in each.message.en for each in found[100:])


def test_a_value_for_a_figure_that_is_worked_out() -> None:
    text = "input 甲 元\nlet 乙 = 甲 * 2\n乙 >= 10 元 weight 10\n"
    card = card_of(text, {"甲": "5 元", "乙": "1 元"})
    assert [("let-supplied", "乙")] == findings_of(card)
    assert 10 == card.total
    reported_only = Actuals(
        entries=(Entry(name="甲", cell=5), Entry(name="乙", reported=Fraction(10)))
    )
    assert [] == findings(text, reported_only)


@pytest.mark.parametrize(("answer", "shown"), [("—", "一: —"), ("也许", "一: 也许")])
def test_an_answer_that_cannot_be_read_is_quoted(answer: str, shown: str) -> None:
    text = "制度 weight 3\n  by points\n  - 一: 1\n  - 二: 2"
    entry = Entry(name="制度", items=(("一", answer), ("二", "是")))
    (found,) = findings(text, Actuals(entries=(entry,)))
    assert f"“制度”：实际值“{shown}, 二: 是”无法计分：“一”请填 是 或 否" == found.message.zh
    assert f"`制度`: the actual `{shown}, 二: 是` cannot be scored: 一: say yes or no" == (
        found.message.en
    )


# 2 元 of 3 元 is 66.666… %.
@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("66.67%", []),
        ("67 %", []),
        (0.6667, []),
        ("66.66%", ["let-supplied"]),
        ("66 %", ["let-supplied"]),
        ("优", ["let-supplied"]),
        ("n/a", ["let-supplied"]),
    ],
)
def test_a_value_that_agrees_with_what_is_worked_out(cell: object, names: list[str]) -> None:
    text = "input 甲 元\ninput 丙 元\nlet 乙 = 甲 / 丙\n乙 >= 50 % weight 10 by pass\n"
    card = card_of(text, {"甲": "2 元", "丙": "3 元", "乙": cell})
    assert names == [name for name, _ in findings_of(card)]


def test_a_line_of_which_nobody_knows_whether_it_applies_is_not_told_to_lack_its_actual() -> None:
    text = "input 收入 万元\n甲 >= 10 件 weight 10 by pass when 收入 > 5 万元 n/a drop\n"
    (found,) = findings(text, actuals_of({"甲": "12 件"}))
    assert (
        "`甲` cannot be worked out yet: whether it applies is not known yet; its points are "
        "unknown, not 0"
    ) == found.message.en
    assert [("actual-missing", "甲")] == findings_of(card_of(text, {}))


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        (Actuals(title="甲", year=2024), []),
        (Actuals(title="乙", year=2024), ["title-differs"]),
        (Actuals(title="甲", year=2023), ["year-differs"]),
        (Actuals(title="乙", year=2023), ["title-differs", "year-differs"]),
        (Actuals(), []),
    ],
)
def test_actuals_of_another_sheet_or_year(heading: Actuals, names: list[str]) -> None:
    entries = (Entry(name="年办件量", cell=200_000),)
    headed = findings(f'ruleset "甲" 2024\n{RULE}', evolve(heading, entries=entries))
    assert names == sorted(each.name for each in headed)
    assert [] == findings(RULE, evolve(heading, entries=entries))


# ---- duties and checks


@pytest.mark.parametrize(
    ("cell", "reason", "names"),
    [
        ("259999 件", "", []),
        ("260000 件", "", ["overachieved-without-reason"]),
        ("260000 件", "  ", ["overachieved-without-reason"]),
        ("260000 件", "窗口增加", []),
        (None, "", ["actual-missing"]),
    ],
)
def test_a_duty_to_explain(cell: str | None, reason: str, names: list[str]) -> None:
    entry = Entry(name="年办件量", cell=cell, reason=reason)
    found = findings(f"{RULE}  over 130% explain\n", Actuals(entries=(entry,)))
    assert names == [each.name for each in found]


def test_a_duty_names_how_far_the_target_was_passed() -> None:
    (found,) = findings(f"{RULE}  over 130% explain\n", actuals_of({"年办件量": "332344 件"}))
    # 332344 of 200000 is 166.172 %.
    assert "reached 166.17" in found.message.en
    assert "from 130 %" in found.message.en


CHECK = 'input 甲 元\ninput 乙 万元\nx >= 1 件 weight 1\ncheck 甲 <= 乙 "不应超支"\n'


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"甲": "10000 元", "乙": "1 万元"}, []),
        ({"甲": "10001 元", "乙": "1 万元"}, ["不应超支 (甲 = 10001 元, 乙 = 1 万元)"]),
        ({"甲": "10001 元"}, []),
    ],
)
def test_a_check(cells: dict[str, object], told: list[str]) -> None:
    card = card_of(CHECK, {"x": 1, **cells})
    assert told == [each.message.en for each in card.findings if each.name == "check-failed"]


def test_a_check_that_fails_without_an_unknown_figure_does_not_name_it() -> None:
    text = CHECK.replace("甲 <= 乙", "甲 <= 1 元 and 乙 <= 1 元")
    card = card_of(text, {"x": 1, "甲": "5 元"})
    (failed,) = [each for each in card.findings if each.name == "check-failed"]
    assert "不应超支 (甲 = 5 元)" == failed.message.en


# ---- what is read, and the order of it all


def test_a_binary_number_that_had_to_be_rounded_is_noted() -> None:
    card = card_of("甲 >= 3 元 weight 1\n乙 >= 3 元 weight 1\n", {"甲": 0.1 + 0.2, "乙": 0.5})
    assert [("actual-rounded", "甲")] == findings_of(card)
    assert "0.30000000000000004 was read as 0.3" in card.findings[0].message.en
    text = "input 甲 元\n甲 >= 3 元 weight 1\ninput 乙 元\nlet 丙 = 乙 * 2\n丙 >= 3 元 weight 1\n"
    card = card_of(text, {"甲": 0.1 + 0.2, "乙": 0.1 + 0.2})
    assert [("actual-rounded", "甲"), ("actual-rounded", "乙")] == findings_of(card)


def test_the_worst_comes_first_and_reported_scores_before_other_errors() -> None:
    text = f"{RULE}  over 130% explain\n{LATE}甲 >= 1 件 weight 1\n乙 >= 1 件 weight 1\n"
    actuals = Actuals(
        entries=(
            Entry(name="年办件量", cell=0.1 + 0.2),
            Entry(name="别的", cell=1),
            Entry(name="甲", cell="优"),
            Entry(name="进度", cell="100%", reported=Fraction(10)),
        ),
        reported_total=Fraction(99),
    )
    found = findings(text, actuals)
    assert [
        "reported-score-differs",
        "actual-unreadable",
        "total-differs",
        "actual-unknown",
        "actual-missing",
        "actual-rounded",
    ] == [each.name for each in found]


def test_a_reported_checklist_is_told_in_both_languages() -> None:
    text = "制度 weight 3\n  by points\n  - 一: 1\n  - 二: 2"
    ruleset, _ = compiled(text)
    assert ruleset is not None
    entry = Entry(name="制度", items=(("一", "是"), ("二", "否")), reported=Fraction(3))
    (found,) = evaluate(ruleset, Actuals(entries=(entry,))).findings
    assert "asked 2 items, done 1/2 earns 1.00 of 3" in found.message.en
    assert "要求 2 项要点，实际 1/2" in found.message.zh


def test_a_plain_answer_is_told_as_it_is_asked() -> None:
    card = parse_ruleset("方案公开 = 是 weight 5").evaluate(
        parse_actuals("方案公开 = 否 reported 5")
    )
    (found,) = card.findings
    assert "the office reported 5; asked = yes, done no earns 0.00 of 5" in found.message.en
