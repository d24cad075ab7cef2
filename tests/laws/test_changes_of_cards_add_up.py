"""What a change is said to be made of adds up to the change, exactly, and back again."""

from fractions import Fraction
from itertools import permutations

from attrs import evolve
from hypothesis import given, strategies as st

from indicator_dsl.explanation import CardChanges, Factor, compare_cards
from indicator_dsl.scoring import Kind
from tests import oracle
from tests.cards import CardSheet, card_for, card_sheets, scored
from tests.engine import card_of, ruleset_of
from tests.schemes import number, rule_text, schemed_rules, turning_points, with_neighbours
from tests.strategies import decimal_text

ZERO = Fraction(0)
sheets = card_sheets() | card_sheets(nested=True) | card_sheets(nested=True, shared=True)


def parts_of(changes: CardChanges) -> Fraction:
    shares = sum((share.points for share in changes.parts), ZERO)
    lines = changes.points_added + changes.points_removed
    return shares + lines + changes.points_of_sheet


def check_lines(changes: CardChanges) -> None:
    for line in changes.lines:
        assert sum((share.points for share in line.shares), ZERO) == line.change
        told = [factor for share in line.shares for factor in share.factors]
        assert sorted(set(told), key=list(Factor).index) == sorted(told, key=list(Factor).index), (
            "each factor once"
        )


@given(sheets, sheets)
def test_of_two_settled_cards(old: CardSheet, new: CardSheet) -> None:
    changes = compare_cards(scored(old), scored(new))
    assert parts_of(changes) == new.total() - old.total()
    assert changes.low == changes.high == new.total() - old.total()
    assert changes.rest == (ZERO, ZERO)
    assert not changes.open
    check_lines(changes)


@given(sheets, sheets, st.data())
def test_of_two_cards_with_gaps(old: CardSheet, new: CardSheet, data: st.DataObject) -> None:
    cards = []
    for sheet in (old, new):
        entries = sheet.entries()
        # Where nothing handed in means none, leaving it out would be another answer.
        texts = {line.name: line.text for line in sheet.lines}
        texts |= {event.name: event.text for event in sheet.events}
        open_to = [name for name in entries if "missing zero" not in texts.get(name, "")]
        gone = data.draw(st.sets(st.sampled_from(sorted(open_to))))
        told = {name: entry for name, entry in entries.items() if name not in gone}
        cards.append(card_for(ruleset_of(sheet.text()), told))
    changes = compare_cards(cards[0], cards[1])
    assert changes.low <= new.total() - old.total() <= changes.high
    assert changes.low == parts_of(changes) + changes.rest[0]
    assert changes.high == parts_of(changes) + changes.rest[1]
    assert changes.is_settled == (None not in (cards[0].total, cards[1].total))
    assert changes.is_settled or changes.waits_for
    check_lines(changes)


@given(sheets, sheets)
def test_the_way_back_takes_every_part_back(old: CardSheet, new: CardSheet) -> None:
    there, back = (
        compare_cards(scored(first), scored(second)) for first, second in ((old, new), (new, old))
    )
    back_parts = {share.factors: share.points for share in back.parts}
    assert {share.factors: -share.points for share in there.parts} == back_parts
    assert there.points_added == -back.points_removed
    assert there.points_of_sheet == -back.points_of_sheet


@given(sheets)
def test_rounding_is_no_more_than_rounding(sheet: CardSheet) -> None:
    changes = compare_cards(scored(sheet), scored(evolve(sheet, events=(), limits=())))
    roundings = [share for share in changes.sheet if share.kind is Kind.ROUNDING]
    half = Fraction(1, 2) / 10**sheet.rounding.places
    most = (2 * len(sheet.lines) + 1) * half
    assert all(abs(share.before) <= most and abs(share.after) <= most for share in roundings)


@given(sheets, st.data())
def test_the_same_rules_leave_all_to_performance(sheet: CardSheet, data: st.DataObject) -> None:
    ruleset = ruleset_of(sheet.text())
    entries = sheet.entries()
    changed = {
        name: evolve(entry, cell="不适用") if data.draw(st.booleans()) else entry
        for name, entry in entries.items()
    }
    changes = compare_cards(card_for(ruleset, entries), card_for(ruleset, changed))
    moved = {share.factors for share in changes.parts if share.points}
    assert moved <= {(Factor.PERFORMANCE,)}
    assert not changes.added
    assert not changes.removed


@given(sheets)
def test_a_card_against_itself_moves_nothing(sheet: CardSheet) -> None:
    changes = compare_cards(scored(sheet), scored(sheet))
    assert not any(share.points for share in changes.parts)
    assert not any(share.change for share in changes.sheet)


# ---- against Shapley's rule, written out once more over the independent oracle


@st.composite
def simple_rules(draw: st.DrawFn) -> tuple[oracle.Rule, Fraction]:
    """A plain rule that asks for more, and an actual."""
    target = Fraction(draw(st.sampled_from([5, 10, 40, 95])))
    rule = oracle.Rule(
        operator=">=",
        low=target,
        high=target,
        method=draw(st.sampled_from(["ratio", "pass"])),
        weight=Fraction(draw(st.sampled_from(["10", "20", "7", "1.5"]))),
    )
    return rule, Fraction(draw(st.sampled_from([0, 4, 5, 9, 30, 50, 95, 200])))


@given(simple_rules(), simple_rules())
def test_shares_are_means_over_all_orders(
    old: tuple[oracle.Rule, Fraction], new: tuple[oracle.Rule, Fraction]
) -> None:
    cards = [
        card_of(f"round 3 total\n{rule_text('甲', rule, '件')}", {"甲": f"{number(x)} 件"})
        for rule, x in (old, new)
    ]
    expected = dict.fromkeys(Factor, ZERO)
    for order in permutations(Factor):
        taken: set[Factor] = set()
        before = _exact(old, new, taken)
        for factor in order:
            taken.add(factor)
            after = _exact(old, new, taken)
            expected[factor] += (after - before) / 24
            before = after
    found = {share.factors: share.points for share in compare_cards(cards[0], cards[1]).parts}
    assert found == {(factor,): points for factor, points in expected.items()}


def _exact(
    old: tuple[oracle.Rule, Fraction], new: tuple[oracle.Rule, Fraction], taken: set[Factor]
) -> Fraction:
    target = (new if Factor.TARGETS in taken else old)[0].low
    rule = oracle.Rule(
        operator=">=",
        low=target,
        high=target,
        method=(new if Factor.METHODS in taken else old)[0].method,
        weight=(new if Factor.WEIGHTS in taken else old)[0].weight,
    )
    return oracle.exact(rule, (new if Factor.PERFORMANCE in taken else old)[1])


@given(schemed_rules(), schemed_rules(), st.data())
def test_of_any_two_rules(old: oracle.Rule, new: oracle.Rule, data: st.DataObject) -> None:
    cards, exact = [], []
    for rule in (old, new):
        places = [x for x in with_neighbours(turning_points(rule)) if decimal_text(x) is not None]
        x = data.draw(st.sampled_from(places))
        text = f"round 6 total\n{rule_text('甲', rule, '%')}"
        cards.append(card_of(text, {"甲": f"{number(x)} %"}))
        exact.append(oracle.exact(rule, x))
    changes = compare_cards(cards[0], cards[1])
    (line,) = changes.lines
    assert (line.points_before, line.points_after) == (exact[0], exact[1])
    check_lines(changes)
