"""What lines are said to have lost, with what rounding took, is what the total is short of."""

from fractions import Fraction

from hypothesis import given, strategies as st

from indicator_dsl import parse_ruleset
from indicator_dsl.explanation import CardExplanation, explain_card

SCALE = "scale 五级 = 优 100, 良 80, 中 60, 低 30, 差 0"
TARGETS = [
    ">= 9 件",
    "> 9 件 by ratio",
    "> 9 件 by pass",
    "<= 9 件 by inverse",
    "< 9 件 by excess",
    "<= 9 件 by pass",
    "= 9 件 by ratio",
    "in 6..9 件 by ratio",
    "is 五级",
]
HEADINGS = ["", "[产出]", "[产出 / 数量]", "[产出 / 质量]", "[效益]"]

weights = st.decimals("0.01", 40, places=2).map(lambda weight: f"{weight.normalize():f}")
lines = st.tuples(st.sampled_from(TARGETS), weights, st.sampled_from(HEADINGS))
cells = st.one_of(
    st.none(),
    st.sampled_from(["优", "良", "中", "差", "n/a", "不详", "9件", "8.99999件"]),
    st.decimals(-5, 40, places=3).map(lambda number: f"{number:f} 件"),
)


def _rule(index: int, target: str, weight: str) -> str:
    wanted, by, method = target.partition(" by ")
    return f"指标{index} {wanted} weight {weight}{by}{method}"


@st.composite
def told_cards(draw: st.DrawFn) -> CardExplanation:
    drawn = sorted(
        draw(st.lists(lines, min_size=1, max_size=7)), key=lambda line: HEADINGS.index(line[2])
    )
    rounding = f"round {draw(st.integers(0, 3))} {draw(st.sampled_from(['each', 'total']))}"
    rules, heading = [rounding, SCALE], ""
    for index, (target, weight, own) in enumerate(drawn):
        if own != heading:
            rules.append(own)
            heading = own
        rules.append(_rule(index, target, weight))
    actuals = {f"指标{index}": draw(cells) for index in range(len(drawn))}
    return explain_card(parse_ruleset("\n".join(rules)).evaluate(dict(actuals)).model)


@given(told_cards())
def test_lines_and_rounding_add_up_to_the_total(told: CardExplanation) -> None:
    lost = sum((line.line.lost or Fraction(0) for line in told.lines), Fraction(0))
    if told.card.total is None:
        assert told.unscored
        return
    moved = sum((each.lost for each in told.adjustments), Fraction(0))
    assert told.card.full - told.card.total == lost + moved
    if told.card.ruleset.rounding.each:
        assert moved == 0


@given(told_cards())
def test_no_line_is_told_twice_or_left_out(told: CardExplanation) -> None:
    lossless = [line for line in told.lines if line.line.lost == 0]
    known = len(told.deductions) + len(told.gains) + len(lossless)
    assert len(told.lines) == known + len(told.unscored)
    assert [line.line for line in told.lines] == list(told.card.lines)


@given(told_cards())
def test_deductions_come_by_size(told: CardExplanation) -> None:
    losses = [line.line.lost or Fraction(0) for line in told.deductions]
    assert sorted(losses, reverse=True) == losses
    assert all(losses)


@given(told_cards())
def test_sections_add_up_to_the_sheet(told: CardExplanation) -> None:
    outside = [line for line in told.card.lines if not line.indicator.section]
    weight = sum((section.weight for section in told.sections), Fraction(0))
    low = sum((section.low for section in told.sections), Fraction(0))
    high = sum((section.high for section in told.sections), Fraction(0))
    assert told.card.full == weight + sum((o.indicator.weight for o in outside), Fraction(0))
    if told.card.ruleset.rounding.each:
        assert told.card.low == low + sum((line.low for line in outside), Fraction(0))
        assert told.card.high == high + sum((line.high for line in outside), Fraction(0))
    for subtotal in told.subtotals:
        if subtotal.earned is not None:
            assert subtotal.low == subtotal.high == subtotal.earned


@given(told_cards())
def test_ranked_reasons_add_up_in_total_and_under_every_heading(told: CardExplanation) -> None:
    for losses in (told.losses, *(told.losses_under(each.path) for each in told.subtotals)):
        assert [each.rank for each in losses] == list(range(1, len(losses) + 1))
        assert sorted((each.cost for each in losses), reverse=True) == [
            each.cost for each in losses
        ]
    if told.card.total is not None:
        lost = sum((each.points for each in told.losses), Fraction(0))
        assert told.card.full - told.card.total == lost
    for subtotal in told.subtotals:
        if subtotal.lost is not None:
            under = told.losses_under(subtotal.path)
            assert subtotal.lost == sum((each.points for each in under), Fraction(0))
