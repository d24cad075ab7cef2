"""What the paragraph in plain words says stands in the card: every number, and every claim."""

import re
from collections.abc import Iterator
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from indicator_dsl import parse_actuals, parse_ruleset
from indicator_dsl.diagnostics import Severity
from indicator_dsl.explanation import explain_card, paragraph_of
from indicator_dsl.model import Bound, Checklist, Range
from indicator_dsl.quantities import CalendarDay, Quantity
from indicator_dsl.scoring import Scorecard, factors_of, open_names
from indicator_dsl.wording import Lang
from tests import oracle
from tests.cards import CardSheet, card_for, card_sheets
from tests.engine import ruleset_of
from tests.laws.test_losses_add_up import _told, cells, marks, roundings

DAY = re.compile(r"\d{4}-\d\d-\d\d")
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
SHEETS = card_sheets() | card_sheets(nested=True) | card_sheets(nested=True, shared=True)


def authored(card: Scorecard) -> list[str]:
    """Every text of the author's that may hold digits of its own, the longest first."""
    ruleset = card.ruleset
    names = [line.indicator.name for line in card.lines] + list(open_names(card))
    names += [step.name for step in card.adjustments] + [veto.name for veto in ruleset.vetoes]
    return sorted({ruleset.title, *names, *card.grades} - {""}, key=len, reverse=True)


def counts(card: Scorecard) -> Iterator[int]:
    kept = [line for line in card.lines if line.lost is not None]
    yield len(card.lines)
    yield sum(1 for line in kept if not line.lost)
    yield sum(1 for line in kept if line.lost and line.lost < 0)
    yield sum(1 for line in kept if line.lost and line.lost > 0)
    yield sum(1 for line in card.lines if not line.is_settled)
    yield sum(1 for line in card.lines if line.is_dropped)
    yield len(open_names(card))
    yield sum(1 for finding in card.findings if finding.severity is not Severity.NOTE)
    for line in card.lines:
        if isinstance(line.indicator.measure, Checklist):
            yield len(line.indicator.measure.items)
            yield sum(map(bool, line.marks))


def amounts(card: Scorecard) -> Iterator[Fraction]:
    yield from (card.full, card.low, card.high)
    yield from (Fraction(n) for n in (card.reported_total, card.ruleset.year) if n is not None)
    yield from (abs(step.low) for step in card.adjustments)
    for line in card.lines:
        yield line.indicator.weight
        if line.earned is not None:
            yield line.earned
        if line.exact is not None:
            yield line.exact / line.indicator.weight * 100
        values: list[object] = [line.observed]
        match line.indicator.target:
            case Bound() as bound:
                values.append(bound.value)
            case Range() as within:
                values += [within.low, within.high]
        for value in values:
            if isinstance(value, Quantity):
                yield value.number


def days(card: Scorecard) -> Iterator[str]:
    for line in card.lines:
        target = line.indicator.target
        for value in (line.observed, target.value if isinstance(target, Bound) else None):
            if isinstance(value, CalendarDay):
                yield str(value)


def check_numbers(card: Scorecard, lang: Lang) -> None:
    text = paragraph_of(explain_card(card)).in_lang(lang).replace("−", "-")
    for name in authored(card):
        text = text.replace(name, "")
    assert set(DAY.findall(text)) <= set(days(card))
    text = DAY.sub("", text)
    known = {*map(Fraction, counts(card)), *amounts(card)}
    for found in NUMBER.finditer(text):
        number, before = Fraction(found[0]), text[: found.start()]
        if before.endswith(("about ", "约 ")):
            places = len(found[0].partition(".")[2])
            assert number in {oracle.half_up(each, places) for each in known}, (found[0], text)
        else:
            assert number in known, (found[0], text)


def claimed(text: str, words: str) -> int:
    found = re.search(rf"(\d+) {words}", text)
    return int(found[1]) if found else 0


def check_claims(card: Scorecard) -> None:
    told = explain_card(card)
    en, zh = paragraph_of(told).en, paragraph_of(told).zh
    full = claimed(zh, "项得满分")
    past = claimed(zh, "项得分超过满分")
    assert past == sum(1 for line in card.lines if line.lost is not None and line.lost < 0)
    assert past == claimed(en, "earned more than full points")
    parts = [
        full,
        past,
        claimed(zh, "项扣分"),
        claimed(zh, "项尚无结果"),
        claimed(zh, "项不适用、不计分"),
    ]
    assert len(card.lines) == sum(parts)
    assert full == claimed(en, "earned full points")
    assert ("cannot be settled yet" in en) == (card.total is None)
    if "The most points were lost on" in en:
        factors = factors_of(card.ruleset, card.lines)
        costs = {
            line.indicator.name: line.lost * factors[line.indicator.name].by
            for line in card.lines
            if line.lost
        }
        first = en.partition("The most points were lost on ")[2].partition(" (")[0]
        assert costs[first] == max(costs.values())
        assert 1 == list(costs.values()).count(costs[first])
    assert "≈" not in en + zh


@pytest.mark.parametrize("lang", ["en", "zh"])
@given(sheet=SHEETS, data=st.data())
def test_of_drawn_cards(lang: Lang, sheet: CardSheet, data: st.DataObject) -> None:
    entries = sheet.entries()
    kept = data.draw(st.sets(st.sampled_from(sorted(entries))) | st.just(set(entries)))
    shown = {name: entry for name, entry in entries.items() if name in kept}
    card = card_for(ruleset_of(sheet.text()), shown)
    check_numbers(card, lang)
    check_claims(card)


@given(roundings, cells, marks, st.sampled_from(["en", "zh"]))
def test_with_everything_that_moves_a_total(
    rounding: str, filled: dict[str, str | None], ticks: list[str | None], lang: Lang
) -> None:
    card = _told(rounding, filled, ticks).card
    check_numbers(card, lang)
    check_claims(card)


@pytest.mark.parametrize(
    ("reported", "words"),
    [
        ("19", "与按规则计算的一致"),
        ("19.01", "高于按规则计算的结果"),
        ("18", "低于按规则计算的结果"),
    ],
)
def test_what_the_office_gave_itself(reported: str, words: str) -> None:

    actuals = parse_actuals(f"甲 = 9.5 件\ntotal reported {reported}")
    card = parse_ruleset("甲 >= 10 件 weight 20").evaluate(actuals).model
    assert f"单位自评 {reported} 分，{words}。" in paragraph_of(explain_card(card)).zh
