"""An edited text is known as if it were read for the first time: to the last place and message."""

from collections.abc import Callable

import pytest
from attrs import fields, has
from hypothesis import given, settings, strategies as st

from indicator_dsl.checks import check_sheet
from indicator_dsl.compiler import compile_ruleset
from indicator_dsl.diagnostics import Collector
from indicator_dsl.editor import Analysis, analyse_ruleset, text_named
from indicator_dsl.model import Measured
from indicator_dsl.source import SourceText
from indicator_dsl.syntax import ParsedRuleset, paragraphs, parse_actuals, reparse_ruleset
from tests.strategies import ACTUALS, RULESET, damaged

# A sheet in slots, each with what may stand there; the first makes a sound sheet.
SLOTS = (
    ("", 'ruleset "评分表" 2024', "# 评分表", "use mof-2020", "use nowhere"),
    ("total 100", "total 60", "total ５0", "totl 100", ""),
    ("round 2 each", "round 0 total", "round 9 each", ""),
    ("unit 车 = 3 件", "unit 车 = 4 件", "unit 车 = 3 人", "unit 车 = 3", ""),
    (
        "scale 优良差 = 优 100, 良 80, 差 0",
        "scale 优良差 = 优 100, 良 70, 差 0",
        "scale 优良差 = 优 90, 良 95, 差 0",
        "scale 优良差 = 优 ９0, 良 8０, 差 0",
        "",
    ),
    (
        "default <= by inverse",
        "default <= by less 0.5 per 1 件",
        "default <= by less ０.5 per 1 件",
        "default <= by less 0.5 per 5 %",
        "default <= by excess",
        "",
    ),
    ("input 收入 万元", "input 收入 件", "input 收入 元  # 注", "input 收入"),
    ("let 人均 = 收入 / 人数", "let 人均 = 收入 / 收入", "let 人均 = 人均 / 收入", ""),
    ("input 人数 人", "input 人数 件", ""),
    ("[产出] 40", "[产出] 30 of inner 50", "[产出", "[产出 / 数量] 40", ""),
    ("甲 >= 5 车 weight 20", "甲 >= 5 件 weight 30", "甲 => 5 车 weight 20", "甲 >= 5 weight 20"),
    ("  by pass", "  by ratio", "  by bands >= 5 件: 9, else 0", "  by foo", "", "# 注", "  # 注"),
    ('  basis "财预〔2020〕10号" 第十七条', '  allow IND6O1 "因"', '  allow IND602 "因"', ""),
    ("乙 <= 5 件 weight 20", "乙 <= 5 件 weight 20 by pass", "乙 < 5 件 weight 20", "乙丙 <= 5 件"),
    ("", "  over 130% explain", "  zero above 7 件", "\n\n", "  n/a move to [效益]"),
    ("[效益]", "[效益] 60", "[效益]  # 六十", "[产出]", ""),
    (
        "丙 is 优良差 weight 20",
        "丙 is 优良 weight 20",
        "丙 is 优良差 weight 2０",
        "丙 = 是 weight 5",
    ),
    ("人均 >= 2 万元/人 weight 20", "人均 >= 2 万元 weight 20 by pass", "收入 >= 9 万元 weight 2"),
    ("丁 >= 3 件 weight 20 by pass when 乙 <= 9 件 n/a full", "丁 >= 3 件 weight 20 by pass"),
    ("满意度 >= 95 % weight 1", "满意度 <= 95 % weight 1 by pass", "满意度 >= 0.95 weight 1"),
    ("满意率 >= 95 % weight 1", "满意率 >= 120 % weight 40", "满意度 >= 95 % weight 1", ""),
    ("", "example 甲 = 5 车 -> 20", "example 戊 = 5 车 -> 20", "- 项: 5 分"),
    ("", "limit total 80 when 甲 < 3 件", 'check 甲 >= 乙 "不符"', 'bonus "新" 1 each'),
)

# Rules that are noted or doubted, and stay while others change.
DOUBTED = {
    "丙 is 优良差 weight 20": "丙 is 优良差 weight 2０",
    "满意度 >= 95 % weight 1": "满意度 <= 95 % weight 1 by pass",
    "满意率 >= 95 % weight 1": "满意率 >= 120 % weight 1",
}


@st.composite
def edits_of_slots(draw: st.DrawFn) -> list[str]:
    """States of a sheet, each with a slot or two filled otherwise, moved or doubled."""
    lines = [
        draw(st.sampled_from(slot)) if draw(st.integers(0, 9)) == 0 else slot[0] for slot in SLOTS
    ]
    states = ["\n".join(lines)]
    for _ in range(draw(st.integers(2, 6))):
        at = draw(st.integers(0, len(SLOTS) - 1))
        lines[at] = draw(st.sampled_from(SLOTS[at]))
        shown = list(lines)
        match draw(st.sampled_from(["", "", "", "move", "double", "drop", "gap"])):
            case "move":
                shown.insert(draw(st.integers(0, len(shown))), shown.pop(at))
            case "double":
                shown.insert(at, shown[at])
            case "drop":
                del shown[at]
            case "gap":
                shown.insert(at, "")
            case _:
                pass
        states.append("\n".join(shown))
    return states


def everything(value: object) -> object:
    """A value taken apart to its last field, places and texts included, for comparing."""
    if isinstance(value, tuple | list):
        return tuple(map(everything, value))
    if isinstance(value, dict):
        return tuple((everything(key), everything(each)) for key, each in value.items())
    if isinstance(value, SourceText):
        return (value.name, value.text)
    if isinstance(value, Measured):
        return (*_fields(value, but="draw"), value.curve)
    return _fields(value) if has(type(value)) else value


def _fields(value: object, but: str = "") -> tuple[object, ...]:
    named = [each.name for each in fields(type(value)) if each.name != but]  # type: ignore[arg-type]
    return (type(value), *(everything(getattr(value, name)) for name in named if name[0] != "_"))


def known(analysis: Analysis) -> object:
    return everything(
        (analysis.source, analysis.file, analysis.diagnostics, analysis.ruleset, analysis.card)
    )


def assert_edits_are_known(states: list[str]) -> None:
    analysis = None
    for text in states:
        source, actuals = text_named("a.ind", text), text_named("a.act", "甲 = 4 车\n乙 = 6 件")
        analysis = analyse_ruleset(source, actuals=actuals, earlier=analysis)
        assert known(analysis) == known(analyse_ruleset(source, actuals=actuals))
        collector = Collector()
        ruleset = compile_ruleset(source, collector)
        if ruleset is not None:
            collector.extend(check_sheet(ruleset))
            assert analysis.ruleset == ruleset
        assert everything(analysis.diagnostics) == everything(collector.sorted())


def test_the_sheet_is_sound() -> None:
    analysis = analyse_ruleset(text_named("a.ind", "\n".join(slot[0] for slot in SLOTS)))
    assert not analysis.has_errors


@pytest.mark.parametrize("at", range(len(SLOTS)), ids=lambda at: SLOTS[at][0] or SLOTS[at][1])
def test_a_slot_filled_otherwise(at: int) -> None:
    sound = [slot[0] for slot in SLOTS]
    doubted = [DOUBTED.get(line, line) for line in sound]
    for lines in (sound, doubted):
        states = ["\n".join([*lines[:at], other, *lines[at + 1 :]]) for other in SLOTS[at]]
        assert_edits_are_known([*states, states[0]])


@settings(max_examples=40)
@given(edits_of_slots())
def test_a_sheet_in_slots(states: list[str]) -> None:
    assert_edits_are_known(states)


@settings(max_examples=15)
@given(st.lists(damaged(RULESET), min_size=2, max_size=3))
def test_a_damaged_sheet(states: list[str]) -> None:
    assert_edits_are_known([RULESET, *states, RULESET])


@settings(max_examples=40)
@given(edits_of_slots() | st.lists(damaged(RULESET), min_size=1, max_size=2))
def test_a_paragraph_says_the_same_by_itself(states: list[str]) -> None:
    def read(text: str) -> object:
        collector = Collector()
        parsed: ParsedRuleset = reparse_ruleset(text_named("a.ind", text), collector, None)
        return everything((parsed.file, collector.sorted()))

    for text in states:
        assert alone(lambda text=text: read(text)) == read(text)  # type: ignore[misc]


@settings(max_examples=20)
@given(damaged(ACTUALS))
def test_a_paragraph_of_actuals_says_the_same_by_itself(text: str) -> None:
    def read() -> object:
        collector = Collector()
        file = parse_actuals(text_named("a.act", text), collector)
        return everything((file, collector.sorted()))

    assert alone(read) == read()


def alone(read: Callable[[], object]) -> object:
    """What is read where each paragraph is read by itself."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(paragraphs, "_MOST_TOGETHER", 1)
        return read()
