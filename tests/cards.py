"""Whole sheets, drawn as text, actuals and the oracle's view of both.

What they should come to is left to the oracle.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from attrs import frozen
from hypothesis import strategies as st

from indicator_dsl.model import Actuals, Entry, Ruleset
from indicator_dsl.scoring import Scorecard, evaluate
from tests import oracle
from tests.engine import ruleset_of
from tests.schemes import UNITS, number, rule_text, schemed_rules, turning_points, with_neighbours
from tests.strategies import SCALE, decimal_text

# Begins and ends of the levels, in shares of the weight.
RANGED: Final = {
    "达成": (Fraction("0.8"), Fraction(1)),
    "部分达成": (Fraction("0.6"), Fraction("0.8")),
    "未达成": (Fraction(0), Fraction("0.6")),
}
GRADES: Final = [("优", Fraction(90)), ("良", Fraction(80)), ("中", Fraction(60))]
HEAD: Final = (
    "scale 等次表 = 优 100, 良 80, 中 60.5, 差 0\n"
    "scale 区间表 = 达成 100..80, 部分达成 80..60, 未达成 60..0\n"
    "grades 优 >= 90, 良 >= 80, 中 >= 60, else 差\n"
    "input 收入 万元\n"
)
_PATHS: Final = (("产出",), ("效益",), ("满意度",))
_WHOLE_WEIGHTS: Final = tuple(map(Fraction, ("10", "20", "7", "1.5")))


@frozen(kw_only=True)
class Filled:
    """One way to fill in a line: its cell, its ticks, what it earns and whether it is dropped."""

    cell: object
    items: tuple[tuple[str, object], ...] = ()
    earned: Fraction | None


@frozen(kw_only=True)
class CardLine:
    """One rule's text, its place and treatment, and how it was filled in."""

    name: str
    text: str
    section: tuple[str, ...]
    weight: Fraction
    treatment: str = ""
    moves_to: tuple[str, ...] | None = None
    filled: Filled


@frozen(kw_only=True)
class Event:
    """A bonus, a penalty or a veto: its text, its cell, and how often it came about."""

    name: str
    text: str
    count: Fraction
    kind: str
    each: Fraction = Fraction(0)
    cap: Fraction | None = None
    points: Fraction | None = None
    grade: str | None = None


@frozen(kw_only=True)
class CardSheet:
    """A sheet with an answer to everything in it."""

    rounding: oracle.Rounding
    inner: Mapping[tuple[str, ...], tuple[Fraction, Fraction]]
    lines: tuple[CardLine, ...]
    events: tuple[Event, ...] = ()
    limits: tuple[tuple[Fraction, Fraction | None], ...] = ()  # at most this, when 收入 < that
    income: Fraction = Fraction(0)

    def text(self) -> str:
        """The ruleset."""
        when = "each" if self.rounding.each else "total"
        text = f"round {self.rounding.places} {when}\n{HEAD}"
        for points, below in self.limits:
            clause = "" if below is None else f" when 收入 < {number(below)} 万元"
            text += f"limit total {number(points)}{clause}\n"
        text += "".join(event.text for event in self.events)
        for path in dict.fromkeys(line.section for line in self.lines):
            scaled = self.inner.get(path)
            tail = "" if scaled is None else f" {number(scaled[0])} of inner {number(scaled[1])}"
            text += f"[{' / '.join(path)}]{tail}\n"
            text += "".join(line.text for line in self.lines if line.section == path)
        return text

    def entries(self) -> dict[str, Entry]:
        """Everything handed in, by name."""
        told: dict[str, Entry] = {"收入": Entry(name="收入", cell=f"{number(self.income)} 万元")}
        for event in self.events:
            told[event.name] = Entry(name=event.name, cell=number(event.count))
        for line in self.lines:
            filled = line.filled
            told[line.name] = Entry(name=line.name, cell=filled.cell, items=filled.items)
        return told

    def parts(self) -> list[oracle.Part]:
        """The lines as the oracle sees them."""
        return [
            oracle.Part(
                section=line.section,
                weight=line.weight,
                earned=line.filled.earned,
                moves_to=line.moves_to,
            )
            for line in self.lines
        ]

    def total(self) -> Fraction:
        """What the oracle says it comes to."""
        moved = [
            oracle.extra(is_bonus=e.kind == "bonus", each=e.each, cap=e.cap, count=e.count)
            for e in self.events
            if e.kind != "veto"
        ]
        held = [p for p, below in self.limits if below is None or self.income < below]
        held += [e.points for e in self.events if e.points is not None and e.count > 0]
        factors = {path: points / inner for path, (points, inner) in self.inner.items()}
        return oracle.card_total(self.parts(), factors, moved, held, self.rounding)

    def grade(self) -> str:
        """The grade the oracle gives."""
        best = [e.grade for e in self.events if e.grade is not None and e.count > 0]
        return oracle.grade(self.total(), GRADES, "差", best)


def card_for(ruleset: Ruleset, entries: Mapping[str, Entry]) -> Scorecard:
    """The scorecard for these entries."""
    return evaluate(ruleset, Actuals(entries=tuple(entries.values())))


def scored(sheet: CardSheet) -> Scorecard:
    """The scorecard of a sheet, everything handed in."""
    return card_for(ruleset_of(sheet.text()), sheet.entries())


# ---- lines


def _filled(cell: object, exact: Fraction, rounding: oracle.Rounding) -> Filled:
    earned = oracle.half_up(exact, rounding.places) if rounding.each else exact
    return Filled(cell=cell, earned=earned)


@st.composite
def _kinds(
    draw: st.DrawFn, name: str, rounding: oracle.Rounding, clauses: list[str]
) -> tuple[str, Fraction, Filled]:
    """A rule's text, its weight, and a way to fill it in."""
    kind = draw(st.sampled_from(["figure", "figure", "level", "range", "list", "answer", "day"]))
    weight = draw(st.sampled_from(_WHOLE_WEIGHTS))
    tail = "".join(f"\n  {clause}" for clause in clauses) + "\n"
    head = f"weight {number(weight)}"
    match kind:
        case "figure":
            rule, unit = draw(schemed_rules()), draw(st.sampled_from(UNITS))
            places = [
                x for x in with_neighbours(turning_points(rule)) if decimal_text(x) is not None
            ]
            x = draw(st.sampled_from(places))
            cell = f"{number(x)} {unit}"
            text = rule_text(name, rule, unit, clauses)
            return text, rule.weight, _filled(cell, oracle.exact(rule, x), rounding)
        case "level":
            label = draw(st.sampled_from(sorted(SCALE)))
            return (
                f"{name} is 等次表 {head}{tail}",
                weight,
                _filled(label, weight * SCALE[label], rounding),
            )
        case "range":
            label = draw(st.sampled_from(sorted(RANGED)))
            least, most = RANGED[label]
            share = draw(st.sampled_from([least, (least + most) / 2, most - Fraction(1, 1000)]))
            if label == "达成":
                share = draw(st.sampled_from([share, Fraction(1)]))
            cell = f"{label} {number(share * 100)} %"
            return f"{name} is 区间表 {head}{tail}", weight, _filled(cell, weight * share, rounding)
        case "list":
            worth = {
                "甲项": weight / 5,
                "乙项": weight / 2,
                "丙项": weight - weight / 5 - weight / 2,
            }
            answers = {item: draw(st.booleans()) for item in worth}
            items = f"\n  - 甲项: {number(worth['甲项'])}\n  - 乙项: 50%\n  - 丙项: rest"
            text = f"{name} {head}{tail.rstrip()}\n  by points{items}\n"
            found = _filled(None, oracle.checklist(worth, answers), rounding)
            ticks = tuple((item, "是" if yes else "否") for item, yes in answers.items())
            return text, weight, Filled(cell=None, items=ticks, earned=found.earned)
        case "answer":
            wanted, given = (draw(st.sampled_from("是否")) for _ in range(2))
            earned = weight if wanted == given else Fraction(0)
            return f"{name} = {wanted} {head}{tail}", weight, _filled(given, earned, rounding)
        case _:
            late = draw(st.integers(-2, 5))
            each = weight / 5
            by = draw(st.sampled_from(["", f" by less {number(each)} per 1 天"]))
            exact = weight if late <= 0 else Fraction(0)
            if by and late > 0:
                exact = max(weight - each * late, Fraction(0))
            return (
                f"{name} <= 2024-12-20 {head}{by}{tail}",
                weight,
                _filled(f"2024-12-{20 + late}", exact, rounding),
            )


_TREATMENTS: Final = ("", "full", "zero", "drop", "move to [效益]")
# Nothing but what shares points out, on lines that may earn more than they weigh.
_SHARED: Final = ("drop", "move to [效益]")


@st.composite
def _over_full(
    draw: st.DrawFn, name: str, rounding: oracle.Rounding, clauses: list[str]
) -> tuple[str, Fraction, Filled]:
    rule = oracle.Rule(
        operator=">=",
        low=Fraction(10),
        high=Fraction(10),
        method="ratio",
        weight=draw(st.sampled_from(_WHOLE_WEIGHTS)),
        guards=oracle.Guards(cap=Fraction(draw(st.sampled_from(["1", "1.5"])))),
    )
    x = Fraction(draw(st.sampled_from([0, 5, 10, 20])))
    filled = _filled(f"{number(x)} 件", oracle.exact(rule, x), rounding)
    return rule_text(name, rule, "件", clauses), rule.weight, filled


@st.composite
def _card_lines(
    draw: st.DrawFn,
    name: str,
    section: tuple[str, ...],
    rounding: oracle.Rounding,
    income: Fraction,
    *,
    shared: bool,
) -> CardLine:
    treatment = draw(st.sampled_from(_SHARED if shared else _TREATMENTS))
    missing = draw(st.sampled_from(["", "", "missing zero", "missing error"]))
    clauses = [missing] if missing else []
    is_out = False
    if treatment:
        clauses.append(f"n/a {treatment}")
        if draw(st.booleans()):
            bound = draw(st.sampled_from([Fraction(0), Fraction(5)]))
            clauses.append(f"when 收入 > {number(bound)} 万元")
            is_out = income <= bound
    text, weight, filled = draw((_over_full if shared else _kinds)(name, rounding, clauses))
    if treatment and not is_out and draw(st.booleans()):
        is_out, filled = True, Filled(cell="不适用", earned=None)
    elif missing == "missing zero" and not is_out and draw(st.integers(0, 3)) == 0:
        filled = Filled(cell=None, earned=Fraction(0))
    if is_out:
        given = {"full": weight, "zero": Fraction(0)}.get(treatment)
        filled = Filled(cell=filled.cell, items=filled.items, earned=given)
    moves_to = ("效益",) if treatment.startswith("move") else None
    return CardLine(
        name=name,
        text=text,
        section=section,
        weight=weight,
        treatment=treatment,
        moves_to=moves_to,
        filled=filled,
    )


# ---- what stands outside the lines


@st.composite
def _events(draw: st.DrawFn) -> tuple[Event, ...]:
    found: list[Event] = []
    for name, kind in (("创新", "bonus"), ("违规", "penalty"), ("虚报", "veto")):
        if not draw(st.booleans()):
            continue
        count = Fraction(draw(st.sampled_from([0, 1, 2, 30])))
        missing = draw(st.sampled_from(["", " missing zero"]))
        if kind == "veto":
            points = draw(st.none() | st.sampled_from([Fraction(0), Fraction(60)]))
            grade = None if points is not None else draw(st.sampled_from(["良", "差"]))
            at = f"grade <= {grade}" if points is None else f"total <= {number(points)}"
            found.append(
                Event(
                    name=name,
                    text=f'veto "{name}" {at}{missing}\n',
                    count=min(count, Fraction(1)),
                    kind=kind,
                    points=points,
                    grade=grade,
                )
            )
            continue
        each = draw(st.sampled_from([Fraction(1), Fraction("2.5")]))
        cap = draw(st.sampled_from([Fraction(3), Fraction(30)]))
        held = cap if kind == "bonus" or draw(st.booleans()) else None
        most = "" if held is None else f" cap {number(held)}"
        text = f'{kind} "{name}" {number(each)} each{most}{missing}\n'
        found.append(Event(name=name, text=text, count=count, kind=kind, each=each, cap=held))
    return tuple(found)


@st.composite
def card_sheets(draw: st.DrawFn, *, nested: bool = False, shared: bool = False) -> CardSheet:
    """Sheets of up to five lines; `nested` adds inner headings, and rounds at the total.

    `shared` makes all lines alike but the last, and lets them give their points away.
    """
    rounding = oracle.Rounding(
        places=draw(st.integers(0, 3)), each=False if nested else draw(st.booleans())
    )
    income = draw(st.sampled_from(["0", "3", "5", "12.5"]).map(Fraction))
    paths = [*_PATHS, *((*path, "内") for path in _PATHS)] if nested else list(_PATHS)
    places = draw(st.lists(st.sampled_from(paths), min_size=1, max_size=4))
    # The section that points can be moved to is always there, with a line that always applies.
    lines = [
        draw(_card_lines(f"线{'甲乙丙丁'[n]}", path, rounding, income, shared=shared))
        for n, path in enumerate(places)
    ]
    text, weight, filled = draw(_kinds("线戊", rounding, []))
    lines.append(CardLine(name="线戊", text=text, section=("效益",), weight=weight, filled=filled))
    inner: dict[tuple[str, ...], tuple[Fraction, Fraction]] = {}
    for path in _PATHS:
        own = sum((line.weight for line in lines if line.section[:1] == path), Fraction(0))
        if any(line.section == path for line in lines) and draw(st.booleans()):
            inner[path] = (draw(st.sampled_from([Fraction(30), own * 2])), own)
    limits = draw(
        st.lists(
            st.tuples(
                st.sampled_from(["89", "20", "5.5"]).map(Fraction),
                st.none() | st.sampled_from(["5", "10"]).map(Fraction),
            ),
            max_size=2,
        )
    )
    return CardSheet(
        rounding=rounding,
        inner=inner,
        lines=tuple(lines),
        events=draw(_events()),
        limits=tuple(limits),
        income=income,
    )
