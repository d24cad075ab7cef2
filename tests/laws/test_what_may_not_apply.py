"""The bounds of a card whose lines may not apply are the least and the most of all its answers."""

from itertools import product

from attrs import frozen
from hypothesis import given, strategies as st

from tests.engine import card_of, ruleset_of

_WORST, _BEST, _OUT = 0, 20, "不适用"


@frozen(kw_only=True)
class OpenSheet:
    """A sheet's text, what is known of it, and the answers each unknown has at its ends."""

    text: str
    known: dict[str, object]
    unknown: dict[str, tuple[object, ...]]


@st.composite
def open_sheets(draw: st.DrawFn, *, count: int = 4) -> OpenSheet:
    places = draw(st.integers(0, 2))
    text = f"round {places} {draw(st.sampled_from(['each', 'total']))}\ninput 收入 万元\n"
    known: dict[str, object] = {}
    unknown: dict[str, tuple[object, ...]] = {}
    is_flat = draw(st.booleans())
    rules: dict[str, list[str]] = {"": []} if is_flat else {"P": [], "P / S": [], "Q": []}
    for number in range(draw(st.integers(1, count))):
        name, section = f"线{'甲乙丙丁戊己庚辛'[number]}", draw(st.sampled_from([*rules]))
        weight, most = draw(st.sampled_from([10, 7, 20])), draw(st.sampled_from([100, 130, 200]))
        rule = f"{name} >= 10 件 weight {weight} by ratio cap {most}%"
        treatment = draw(st.sampled_from(["", "drop", "drop", "move to [Q]", "full", "zero"]))
        if treatment.startswith("move") and is_flat:
            treatment = "drop"
        if treatment:
            rule += f" n/a {treatment}"
        if treatment.startswith(("drop", "move")) and draw(st.booleans()):
            rule += " when 收入 > 5 万元"
        rules[section].append(rule)
        cells = [_WORST, 3, 10, _BEST, None, *([_OUT] if treatment else [])]
        known[name] = draw(st.sampled_from(cells))
        if known[name] is None:
            del known[name]
            unknown[name] = (_WORST, _BEST, *([_OUT] if treatment else []))
    for section, lines in rules.items():
        inner = sum(int(line.split("weight ")[1].split()[0]) for line in lines)
        tail = f" 30 of inner {inner}" if section == "Q" and lines and draw(st.booleans()) else ""
        text += f"[{section}]{tail}\n" if section else ""
        text += "".join(f"{line}\n" for line in lines)
    if draw(st.booleans()):
        known["收入"] = draw(st.sampled_from([0, 10]))
    else:
        unknown["收入"] = (0, 10)
    return OpenSheet(text=text, known=known, unknown=unknown)


@given(open_sheets())
def test_no_bound_is_wider_than_the_answers(sheet: OpenSheet) -> None:
    ruleset = ruleset_of(sheet.text)
    card = card_of(ruleset, sheet.known)
    totals = [
        card_of(ruleset, {**sheet.known, **dict(zip(sheet.unknown, answers, strict=True))}).total
        for answers in product(*sheet.unknown.values())
    ]
    assert [card.low, card.high] == [
        min(each for each in totals if each is not None),
        max(each for each in totals if each is not None),
    ]


@given(open_sheets(count=8), st.data())
def test_however_many_are_open_every_answer_is_within(
    sheet: OpenSheet, data: st.DataObject
) -> None:
    ruleset = ruleset_of(sheet.text)
    card = card_of(ruleset, sheet.known)
    answers = {name: data.draw(st.sampled_from(ends)) for name, ends in sheet.unknown.items()}
    total = card_of(ruleset, {**sheet.known, **answers}).total
    assert total is not None
    assert card.low <= total <= card.high
