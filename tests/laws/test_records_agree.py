"""A record scored fast has the points, reasons and grade of the exact way and of the oracle."""

import ast
import random
import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, strategies as st

from indicator_dsl import Scorecard, load_ruleset, parse_ruleset
from indicator_dsl.api.rules import Ruleset
from indicator_dsl.model import Checklist, Judged, Measured
from indicator_dsl.quantities import half_up
from indicator_dsl.records import Figure, Maker, Quick, actuals_from
from indicator_dsl.records.programs import Program, program_of
from indicator_dsl.scoring import evaluate
from indicator_dsl.scoring.cells import unit_of
from tests import oracle
from tests.cards import CardSheet, card_sheets
from tests.columns import EDGES, drawn_frame, rows_of
from tests.schemes import rule_text, schemed_rules, turning_points, with_neighbours

SHIPPED: Final = [path.parent.name for path in sorted(Path("rulesets").glob("*/ruleset.ind"))]
FINEST: Final = Fraction(1, 10**4)


class Texting(str):
    """A text of another class."""

    __slots__ = ()


class Counting(int):
    """A number of another class."""


# What a stranger may hand in where a number or a label is asked for.
STRANGE: Final = [
    *(None, "", " ", "?", "n/a", "不适用", "缺失", "是", "否", "优", "良", True, False),
    *(-1, 0, 1, 10**14, 10**15, 10**18, 10**30, -(10**30), 1.5, 99.95, 0.1 + 0.2, 1e22, 1e-7),
    *(float("nan"), float("inf"), Decimal("NaN"), Decimal("1e999999999"), Decimal("1e-999999999")),
    *(Decimal("99.95"), Decimal("-0"), Decimal("0E-30"), Fraction(1, 3), Fraction(19, 20)),
    *("1e5", "1_000", "١٢", "９５", " 95 %", "95　%", "1,599.56万元", "1，599.56 万元", "15,99"),
    *(
        "95.",
        ".95",
        "+95%",
        "-95%",
        "95.12345",
        "95 ％",
        "95 %%",
        "5万",
        "2024-12-31",
        "2024.12.31",
    ),
    *("0" * 20, "1" * 20, "九十五", Texting("95"), Texting("优"), Counting(95), date(2024, 12, 31)),
    *([], {}, {"a": 1}, object()),
]


def exactly(ruleset: Ruleset, cells: Mapping[str, object]) -> Scorecard:
    return Scorecard(evaluate(ruleset.model, actuals_from(cells)))


def told(card: Scorecard) -> tuple[object, ...]:
    lines = [(n.indicator, n.status, n.earned, n.lost, n.reason, n.weight) for n in card.lines]
    return card.total, card.bounds, card.grade, lines


def points_of(card: Scorecard, places: int) -> tuple[int | None, ...]:
    exact = (*(line.model.earned for line in card.lines), card.model.total)
    return tuple(None if x is None else int(half_up(x, places) * 10**places) for x in exact)


def agrees(ruleset: Ruleset, maker: Maker, cells: dict[str, object]) -> bool:
    """Holds a record against the exact way; whether it was scored fast."""
    wanted = exactly(ruleset, cells)
    places = ruleset.model.rounding.places
    assert points_of(wanted, places) == ruleset.points(cells)
    quick = maker.card(cells)
    if quick is None:
        return False
    card = Scorecard(quick)
    assert told(wanted) == told(card)
    assert wanted == card
    return True


def handed_in(ruleset: Ruleset, row: Mapping[str, object]) -> dict[str, object]:
    """A row of columns as a mapping with checklists inside; what is None is left out."""
    cells = {name: cell for name, cell in row.items() if cell is not None}
    for rule in ruleset.model.indicators:
        if isinstance(rule.measure, Checklist):
            names = {f"{rule.name}:{item.name}": item.name for item in rule.measure.items}
            answers = {item: cells.pop(name) for name, item in names.items() if name in cells}
            if answers:
                cells[rule.name] = answers
    return cells


@given(card_sheets(), st.integers(0, 10**6))
def test_whole_sheets(sheet: CardSheet, seed: int) -> None:
    text = sheet.text().replace(" total\nscale", " each\nscale") if seed % 2 else sheet.text()
    ruleset = parse_ruleset(text)
    maker = Maker(ruleset.model)
    for row in rows_of(drawn_frame(sheet, seed)):
        agrees(ruleset, maker, handed_in(ruleset, row))


@given(schemed_rules(), st.integers(0, 10**6))
def test_one_line_against_the_oracle(rule: oracle.Rule, seed: int) -> None:
    """Ties and turning points, and one step beside each, as whole numbers."""
    places, when = seed % 4, random.Random(seed).choice(["each", "total"])  # noqa: S311
    ruleset = parse_ruleset(f"round {places} {when}\n{rule_text('线甲', rule, '件')}")
    scorer = ruleset.scorer({"线甲": 4})
    points = [*turning_points(rule), *with_neighbours(turning_points(rule))]
    for x in [y + step * FINEST for y in points for step in (-1, 0, 1)]:
        steps = int(x / FINEST)
        earned = oracle.half_up(oracle.exact(rule, steps * FINEST), places)
        wanted = int(earned * 10**places)
        assert (wanted, wanted) == scorer.points(steps), x
    for edge in EDGES:
        cells = {} if edge is None else {"线甲": Fraction(edge, 10**4)}
        assert points_of(exactly(ruleset, cells), places) == scorer.points(edge)


def drawn(figure: Figure, ruleset: Ruleset, draw: random.Random, odd: float) -> object:
    """A cell for a figure: mostly one that can be read, near where its line turns."""
    if draw.random() < odd:
        return draw.choice(STRANGE)
    if figure.labels:
        return draw.choice(figure.labels)
    if figure.is_day:
        return date(2024, draw.randint(1, 12), draw.randint(1, 28))
    rule = ruleset.model.indicator(figure.name)
    near = [Fraction(draw.randint(0, 200)), Fraction(draw.randint(0, 10**6), 100)]
    if rule is not None and isinstance(rule.measure, Measured):
        factor = unit_of(rule).factor
        for cut in rule.measure.curve.cuts:
            near.append(cut.at / factor + draw.choice([-FINEST, Fraction(0), FINEST]))
            near.append(cut.at / factor * Fraction(draw.randint(0, 4000), 2000))
    x = Fraction(int(draw.choice(near) * 10**4), 10**4)
    plain = f"{int(x * 10**4) / 10**4:.4f}".rstrip("0").rstrip(".")
    kinds = [x, Decimal(plain), plain, f"{plain}{figure.unit}", f"{plain} {figure.unit}", float(x)]
    return int(x) if draw.random() < 0.3 else draw.choice(kinds)


def drawn_record(
    ruleset: Ruleset, program: Program, seed: int, odd: float = 0.03
) -> dict[str, object]:
    draw = random.Random(seed)  # noqa: S311 - a record for a test
    row: dict[str, object] = {}
    for figure in program.figures:
        if not (figure.is_optional and draw.random() < 0.5) and draw.random() >= odd / 3:
            row[figure.name] = drawn(figure, ruleset, draw, odd)
    cells = handed_in(ruleset, row)
    for name in [f.name for f in ruleset.model.inputs if draw.random() < 10 * odd]:
        cells.setdefault(name, draw.choice([5, "5万元", "?", None]))
    if draw.random() < odd:
        cells[draw.choice([" 甲 ", "别的", *(f"{name} " for name in cells)])] = 5
    return cells


@pytest.mark.parametrize("name", SHIPPED)
@given(seeds=st.lists(st.integers(0, 10**9), min_size=8, max_size=8))
def test_every_ruleset_shipped(name: str, seeds: list[int]) -> None:
    ruleset = load_ruleset(name)
    maker = Maker(ruleset.model)
    program = program_of(ruleset.model, lambda _: 4)
    for seed in seeds:
        agrees(ruleset, maker, drawn_record(ruleset, program, seed))


# The others judge on a ranged scale: a cell with its share goes the exact way.
@pytest.mark.parametrize("name", ["chaoyang-window-2024", "common-framework", "sla-monthly"])
def test_most_sound_records_are_scored_fast(name: str) -> None:
    ruleset = load_ruleset(name)
    maker = Maker(ruleset.model)
    program = program_of(ruleset.model, lambda _: 4)
    records = [drawn_record(ruleset, program, seed, odd=0) for seed in range(60)]
    fast = sum(agrees(ruleset, maker, cells) for cells in records)
    assert fast >= 40, f"only {fast} of 60"


@given(st.sampled_from(STRANGE), st.sampled_from(STRANGE), st.integers(0, 7))
def test_strange_cells(cell: object, other: object, place: int) -> None:
    ruleset, maker = WINDOW
    record = dict(RECORD)
    names = list(record)
    record[names[place]] = cell
    record[names[(place + 3) % 8]] = other
    agrees(ruleset, maker, record)


@given(st.lists(st.sampled_from(STRANGE), min_size=8, max_size=8))
def test_strange_figures(figures: list[object]) -> None:
    ruleset, _ = WINDOW
    scorer = ruleset.scorer()
    sound = (100, 90, 200_000, "优", 80, 1500, "优", 95)
    for place, figure in enumerate(figures):
        given_in = [*sound[:place], figure, *sound[place + 1 :]]
        cells = dict(zip((each.name for each in scorer.figures), given_in, strict=True))
        wanted = points_of(exactly(ruleset, cells), 2)
        assert wanted == scorer.points(*given_in), (place, figure)


WINDOW: Final = (
    load_ruleset("chaoyang-window-2024"),
    Maker(load_ruleset("chaoyang-window-2024").model),
)
RECORD: Final[dict[str, object]] = {
    "全年预算数": "1523.36万元",
    "全年执行数": "1401.07万元",
    "年办件量": "187213件",
    "为办事群众提供进驻可事项现场咨询受理服务": "良",
    "项目开展进度": "93.7%",
    "年度项目成本": "1702.8456万元",
    "政务服务水平": "良",
    "办事群众满意度": "91.28%",
}

HOSTILE: Final = [
    "__import__('os').system('x')",
    "x0): return 1 #",
    "\\n    raise",
    "def points",
    "exact",
    "T0",
    "名称\u3000甲",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_no_users_text_in_a_program(name: str) -> None:
    text = f'scale 等 = 甲 100, 乙 0\n"{name}" >= 5 件 weight 5\n"b{name}" is 等 weight 5'
    ruleset = parse_ruleset(text)
    program = program_of(ruleset.model, lambda _: 2)
    assert_plain(program)


@pytest.mark.parametrize("name", SHIPPED)
def test_no_text_in_the_programs_of_shipped_rulesets(name: str) -> None:
    assert_plain(program_of(load_ruleset(name).model, lambda _: 4))


def assert_plain(program: Program) -> None:
    assert program.text.isascii()
    tree = ast.parse(program.text)
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    names |= {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    known = {"exact", "int", "date", "total", "KeyError", "TypeError"}
    assert {name for name in names - known if not re.fullmatch(r"[xvTW][0-9]+", name)} == set()
    values = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    assert all(type(value) in (int, type(None)) for value in values)
    attributes = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert attributes <= {"__class__", "toordinal"}


def test_a_card_is_quick_only_when_it_could_be_decided() -> None:
    ruleset, maker = WINDOW
    assert isinstance(maker.card(dict(RECORD)), Quick)
    without = {name: cell for name, cell in RECORD.items() if name != "年办件量"}
    assert maker.card(without) is None
    assert ruleset.points(without)[1] is None
    assert any(isinstance(rule.measure, Judged) for rule in ruleset.model.indicators)
