"""Both cards of a what-if, and the way between them, worked out by hand."""

from fractions import Fraction

from indicator_dsl.explanation import Supposition, what_if
from indicator_dsl.scoring import Kind
from tests.engine import actuals_of, ruleset_of

# 执行率 70 % caps the total at 79; the bonus counts on top of the lines.
RULES = ruleset_of("""round 2 each
grades 优 >= 90, 良 >= 80, 中 >= 60, else 差
limit total 79 when 执行率 < 80 %
input 执行数 万元
input 预算数 万元
let 执行率 = 执行数 / 预算数
执行率 >= 100 % weight 20
件数 >= 200 件 weight 80 over 130% explain
bonus "创新" 1 each cap 3
""")
GIVEN = actuals_of({"执行数": "70 万元", "预算数": "100 万元", "件数": "200 件", "创新": 0})


def test_an_input_moves_the_line_and_the_limit() -> None:
    told = what_if(RULES, GIVEN, [Supposition(name="执行数", cell="80 万元")])
    # Before: 14 + 80 = 94, held at 79. After: 16 + 80 = 96, no longer held.
    assert (Fraction(79), Fraction(96)) == (told.before.card.total, told.after.card.total)
    assert [("执行率", Fraction(2))] == [(line.name, line.gained) for line in told.moved]
    (limit,) = (step for step in told.adjustments if step.low)
    assert (Fraction(15), None) == (limit.low, limit.after)
    assert "total 79.00 → 96.00 (+17.00) of 100; grade 中 → 优" == told.sentence.en
    assert "总分 79.00 → 96.00（+17.00），满分 100；等级 中 → 优" == told.sentence.zh


def test_a_bonus_counts_up_to_its_cap() -> None:
    told = what_if(
        RULES, GIVEN, [Supposition(name="执行数", cell=100), Supposition(name="创新", cell=5)]
    )
    # 20 + 80 + 3.
    assert Fraction(103) == told.after.card.total
    assert [Fraction(3)] == [
        step.low for step in told.adjustments if step.told.adjustment.kind is Kind.BONUS
    ]


def test_a_value_taken_away_leaves_an_interval() -> None:
    told = what_if(RULES, GIVEN, [Supposition(name="件数", cell=None)])
    (line,) = told.moved
    assert (None, Fraction(-80), Fraction(0)) == (line.gained, line.low, line.high)
    # 14 with nothing for 件数; at most 79 with all of it, as before.
    assert (Fraction(14), Fraction(79)) == (told.after.card.low, told.after.card.high)
    assert told.after.card.total is None


def test_new_findings_are_told_but_for_what_was_reported() -> None:
    told = what_if(RULES, GIVEN, [Supposition(name="件数", cell="260 件")])
    assert ["overachieved-without-reason"] == [found.name for found in told.findings]
