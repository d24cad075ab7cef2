"""What `--to` proposes reaches the goal when evaluated afresh, and one step less does not."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import product

from hypothesis import given, strategies as st

from indicator_dsl.explanation import Goal, Move, Supposition, changed, reach
from indicator_dsl.model import Actuals, Ruleset
from indicator_dsl.quantities import half_up
from indicator_dsl.scoring import evaluate
from tests.cards import CardSheet, card_sheets
from tests.engine import actuals_of, ruleset_of

sheets = card_sheets() | card_sheets(nested=True)
goals = st.sampled_from(
    [Goal(points=Fraction(points)) for points in ("5", "17.5", "30", "60")]
    + [Goal(grade=grade) for grade in "优良中"]
)

# One figure serves several lines and a limit; the methods are of every kind.
SHEET = """round {rounding}
grades 优 >= 90, 良 >= 80, 中 >= 60, else 差
scale 五级 = 优 100, 良 80, 中 60, 低 30, 差 0
scale 达 = 达成 100..80, 部分达成 80..60, 未达成 60..0
limit total 79 when 执行率 < 80 %
[投入] 30
input 执行数 万元
input 预算数 万元
input 人次 人次
let 执行率 = 执行数 / 预算数
let 次均 = 执行数 / 人次
执行率 >= 100 % weight 10
次均 <= 0.5 万元/人次 weight 20 by excess
[产出] 50 of inner 100
件数 >= 200 件 weight 40
天数 <= 10 天 weight 30 by less 3 per 2 天 or part
温度 in 18..26 ℃ weight 10 by ratio
评价 is 五级 weight 10
效果 is 达 weight 10
[满意] 20
满意度 > 95 % weight 10 by bands >= 95: 10, >= 90: 8, >= 80: 5.5, else 0
制度 weight 10 by points
- 一: 3.33
- 二: 3.33
- 三: rest
"""
cells = st.fixed_dictionaries(
    {
        "执行数": st.sampled_from(["50 万元", "79.5 万元", "110 万元"]),
        "预算数": st.sampled_from(["100 万元", "90 万元"]),
        "人次": st.sampled_from(["100 人次", "180 人次", "300 人次"]),
        "件数": st.sampled_from(["0 件", "77 件", "199 件", "200 件"]),
        "天数": st.sampled_from(["10 天", "12.5 天", "17 天", "40 天"]),
        "温度": st.sampled_from(["9 ℃", "27.5 ℃", "20 ℃"]),
        "评价": st.sampled_from(["优", "中", "差", None]),
        "效果": st.sampled_from(["达成 100 %", "部分达成 61 %", "未达成 0 %"]),
        "满意度": st.sampled_from(["95 %", "89.9 %", "12 %", None]),
        "制度": st.just(None),
    }
)
ticks = st.lists(st.sampled_from(["是", "否"]), min_size=3, max_size=3)
roundings = st.sampled_from(["2 each", "1 total", "0 each", "3 total"])


def is_reached(
    rules: Ruleset, actuals: Actuals, goal: Goal, changes: Sequence[Supposition]
) -> bool:
    return goal.is_reached(evaluate(rules, changed(actuals, changes)), rules)


def check(rules: Ruleset, actuals: Actuals, goal: Goal) -> None:
    told = reach(rules, actuals, goal)
    if told.is_reached_already:
        assert is_reached(rules, actuals, goal, [])
        assert told.alone == ()
        return
    for each in told.alone:
        if each.move is None:
            assert not goal.is_reached(each.at_best, rules)
            continue
        check_moves(rules, actuals, goal, (each.move,))
        assert 0 <= each.move.share <= 1
    assert told.together is None or not any(each.move for each in told.alone)
    if told.together is not None:
        assert len(told.together.moves) > 1
        check_moves(rules, actuals, goal, told.together.moves)
        assert is_reached(rules, actuals, goal, told.together.changes)


def check_moves(rules: Ruleset, actuals: Actuals, goal: Goal, moves: Sequence[Move]) -> None:
    assert is_reached(rules, actuals, goal, [c for move in moves for c in move.changes])
    for move in moves:
        others = [c for other in moves if other is not move for c in other.changes]
        assert not is_reached(rules, actuals, goal, [*others, *(move.nearer or ())])


@given(sheets, goals)
def test_of_any_sheet(sheet: CardSheet, goal: Goal) -> None:
    actuals = Actuals(entries=tuple(sheet.entries().values()))
    check(ruleset_of(sheet.text()), actuals, goal)


@given(sheets, goals, st.data())
def test_of_any_sheet_with_gaps(sheet: CardSheet, goal: Goal, data: st.DataObject) -> None:
    entries = sheet.entries()
    kept = data.draw(st.sets(st.sampled_from(sorted(entries))))
    actuals = Actuals(entries=tuple(e for name, e in entries.items() if name in kept))
    check(ruleset_of(sheet.text()), actuals, goal)


@given(roundings, cells, ticks, goals)
def test_of_a_sheet_whose_figures_hang_together(
    rounding: str, filled: dict[str, str | None], marks: list[str], goal: Goal
) -> None:
    given_ = changed(
        actuals_of(filled),
        [Supposition(name="制度", items=tuple(zip("一二三", marks, strict=True)))],
    )
    check(ruleset_of(SHEET.format(rounding=rounding)), given_, goal)


@given(
    st.sampled_from(
        [
            ">= 20 件 weight 10",
            ">= 20 件 weight 10 by line from 5 to 18",
            "> 20 件 weight 10 by ratio",
            ">= 20 件 weight 10 cap 150% over 140% less 3 points",
            "<= 20 件 weight 10 by inverse",
            "<= 20 件 weight 10 by excess cap 120%",
            "< 20 件 weight 10 by pass",
            "= 20 件 weight 10 by ratio",
            "in 15..20 件 weight 10 by below 0.7 per 1 件, above 1.3 per full 2 件",
            "<= 20 件 weight 10 by bands <= 20: 10, <= 25: 6.5, <= 30: 2, else 0",
            ">= 20 件 weight 10 zero below 60% of target",
        ]
    ),
    st.integers(0, 60),
    st.sampled_from(["1", "2", "4.4", "6.49", "6.5", "9.995", "10", "11"]),
    st.sampled_from(["2 each", "1 each", "2 total"]),
)
def test_no_whole_number_nearer_would_do(rule: str, actual: int, goal: str, rounding: str) -> None:
    """Every number of the form is tried, one by one, without asking any inverse."""
    rules = ruleset_of(f"round {rounding}\n件数 {rule}")
    points = Fraction(goal)
    wanted = Goal(points=points)
    enough = [
        count
        for count in range(200)
        if evaluate(rules, actuals_of({"件数": f"{count} 件"})).low >= points
    ]
    told = reach(rules, actuals_of({"件数": f"{actual} 件"}), wanted)
    if actual in enough:
        assert told.is_reached_already
        return
    (alone,) = told.alone or (None,)
    if not enough:
        assert alone is None or alone.move is None
        return
    assert alone is not None
    assert alone.move is not None
    found = Fraction(str(alone.move.changes[0].cell).removesuffix(" 件"))
    assert abs(found - actual) == min(abs(count - actual) for count in enough)


_RULES = (
    ">= 6 件 weight {w}",
    "<= 3 件 weight {w} by inverse",
    "<= 3 件 weight {w} by excess",
    "= 4 件 weight {w} by ratio",
    "<= 2 件 weight {w} by bands <= 2: 100%, <= 4: 60%, <= 6: 20%, else 0",
    ">= 6 件 weight {w} by less 10% per 1 件",
    ">= 5 件 weight {w} by pass",
)
_small_lines = st.tuples(
    st.sampled_from(_RULES), st.sampled_from(["7", "10", "20"]), st.integers(0, 8)
)


@given(
    st.lists(_small_lines, min_size=2, max_size=3),
    st.sampled_from(["2 each", "2 total"]),
    st.integers(40, 100),
)
def test_no_smaller_set_of_whole_numbers_would_do_and_none_is_cheaper_by_steps(
    lines: list[tuple[str, str, int]], rounding: str, per_cent: int
) -> None:
    """Every combination of whole numbers is tried, without asking any inverse."""
    text = "".join(f"线{n} {rule.format(w=w)}\n" for n, (rule, w, _) in enumerate(lines))
    rules = ruleset_of(f"round {rounding}\n{text}")
    start = [at for _, _, at in lines]
    actuals = actuals_of({f"线{n}": f"{at} 件" for n, at in enumerate(start)})
    goal = Goal(points=Fraction(int(evaluate(rules, actuals).full * per_cent), 100))
    told = reach(rules, actuals, goal)

    worth = [
        evaluate(rules, actuals_of({f"线{n}": f"{at} 件" for n in range(len(lines))})).lines
        for at in range(10)
    ]
    whole = [
        min(abs(at - start[n]) for at in range(10) if worth[at][n].earned == top)
        for n in range(len(lines))
        for top in [max(worth[at][n].earned or 0 for at in range(10))]
    ]
    found = []
    for ats in product(range(10), repeat=len(lines)):
        moved = [n for n, at in enumerate(ats) if at != start[n]]
        total = sum((worth[at][n].earned or Fraction(0) for n, at in enumerate(ats)), Fraction(0))
        if half_up(total, 2) >= (goal.points or 0) and all(whole[n] for n in moved):
            cost = sum((Fraction(abs(ats[n] - start[n]), whole[n]) for n in moved), Fraction(0))
            found.append((len(moved), cost))
    if told.is_reached_already:
        assert (0, Fraction(0)) == min(found)
        return
    first = next((each.move for each in told.alone if each.move), None)
    if first is not None:
        assert (1, first.cost) == min(found)
    elif told.together is not None:
        count, cost = min(found)
        names = [int(move.name[1:]) for move in told.together.moves]
        # With steps as coarse as these, other ends can do with less than a step of each less.
        assert count == len(names)
        assert 0 <= told.together.cost - cost < sum(Fraction(1, whole[n]) for n in names)
        assert told.together.is_fewest
        assert told.together.is_cheapest
    else:
        assert found == []
