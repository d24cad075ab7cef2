"""What-if, reach and sensitivity as a user holds them: values, errors, pickles."""

import pickle
from decimal import Decimal
from fractions import Fraction

import pytest

from indicator_dsl import ActualsError, Scorecard, parse_ruleset

RULES = parse_ruleset("""round 2 each
grades 优 >= 28, 良 >= 20, else 差
年办件量 >= 200000 件 weight 20
进度 <= 80 % weight 10 by inverse
""")


@pytest.fixture
def card() -> Scorecard:
    return RULES.evaluate({"年办件量": 180_000, "进度": "100%"})


def test_what_if_holds_both_cards_and_can_be_asked_on(card: Scorecard) -> None:
    told = card.what_if({"年办件量": Decimal(190_000)})
    assert (Decimal("26.00"), Decimal("27.00")) == (told.before.total, told.after.total)
    assert Decimal("1.00") == told.gained
    assert [(Decimal("18.00"), Decimal("19.00"))] == [
        (old.earned, new.earned) for old, new in told.lines[:1]
    ]
    assert Decimal("29.00") == told.after.what_if({"进度": 0.8 * 100}).after.total
    assert card == RULES.evaluate({"年办件量": 180_000, "进度": "100%"})


def test_a_reach_gives_values_to_ask_with(card: Scorecard) -> None:
    found = card.reach("优")
    assert ["年办件量", "进度"] == [way.moves[0].name for way in found.alone]
    for way in found.alone:
        after = card.what_if(way.values).after
        assert (way.total, way.grade) == (after.total, "优") == (after.total, after.grade)
        assert Fraction(1) == way.cost
    both = card.reach(29, {"年办件量": "2"})
    assert {"年办件量": Decimal("28.00"), "进度": Decimal("28.00")} == dict(both.not_enough)
    assert both.together is not None
    assert {"年办件量": "189950 件", "进度": "80 %"} == both.together.values
    assert Decimal("29.00") == card.what_if(both.together.values).after.total
    far = card.reach(Decimal("30.5"))
    assert (None, Decimal("30.00")) == (far.together, far.most)
    assert ["Attainment(grade 优: 2 alone)", "Attainment(29 points: 2 together)"] == [
        repr(found),
        repr(both),
    ]
    assert "Attainment(30.5 points: out of reach)" == repr(far)
    assert "Attainment(26 points: reached already)" == repr(card.reach(26))


def test_a_sensitivity_answers_by_name(card: Scorecard) -> None:
    told = card.sensitivity()
    # 10 · 80 / x at 100: 0.08 a point.
    assert (Fraction(-2, 25), Fraction(2, 25)) == (told.more("进度"), told.less("进度"))
    with pytest.raises(KeyError):
        told.more("进展")
    assert "Sensitivity(2 lines)" == repr(told)


@pytest.mark.parametrize(
    ("goal", "costs", "codes"),
    [
        ("优秀", {}, ["IND852"]),
        (float("nan"), {}, ["IND852"]),
        ("优", {"年办": 2}, ["IND809"]),
        ("优", {"年办件量": object()}, ["IND853"]),
        ("优", {"年办件量": float("inf"), "进度": -1}, ["IND853", "IND853"]),
    ],
)
def test_what_cannot_be_read_is_raised_with_its_diagnostics(
    card: Scorecard, goal: str | float, costs: dict[str, object], codes: list[str]
) -> None:
    with pytest.raises(ActualsError) as raised:
        card.reach(goal, costs)
    assert codes == [found.code for found in raised.value.diagnostics]


def test_unknown_names_are_raised_together(card: Scorecard) -> None:
    with pytest.raises(ActualsError) as raised:
        card.what_if({"年办": 1, "进": 2, "进度": 3})
    assert ["IND809", "IND809"] == [found.code for found in raised.value.diagnostics]


def test_all_of_them_can_be_pickled_whatever_was_handed_in() -> None:
    card = RULES.evaluate({"年办件量": lambda: 1, "进度": 90})
    copy = pickle.loads(pickle.dumps(card))  # noqa: S301 - our own
    assert copy == card
    assert copy.what_if({"进度": 80}).after.bounds == card.what_if({"进度": 80}).after.bounds
    for told in (card.what_if({"进度": 80}), card.reach(5), card.sensitivity()):
        assert pickle.loads(pickle.dumps(told)) == told  # noqa: S301 - our own


def test_each_prints_itself(card: Scorecard) -> None:
    for told in (card.what_if({"进度": 80}), card.reach("优"), card.sensitivity()):
        assert str(told) == told.to_text("en")
        assert told.to_text("zh") != told.to_text("en")
        assert told.to_markdown() == told._repr_markdown_()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "年办件数",
            (
                "IND809 no-such-indicator: the ruleset has no indicator `年办件数`"
                "; did you mean 年办件量?"
            ),
        ),
        (
            "x\x1b",
            "IND809 no-such-indicator: the ruleset has no indicator `x<U+001B>`; it has 年办件量",
        ),
    ],
)
def test_a_line_that_is_not_there_is_told_with_those_that_are_near(name: str, said: str) -> None:
    card = parse_ruleset("年办件量 >= 9 件 weight 20").evaluate({"年办件量": 9})
    for ask in (card.line, card.sensitivity().line, lambda name: card.explain(indicator=name)):
        with pytest.raises(KeyError) as raised:
            ask(name)
        assert said == str(raised.value)
