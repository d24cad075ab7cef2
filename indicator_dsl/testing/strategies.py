"""Actuals drawn for a ruleset: at every cut of every curve and beside it, and all cells allow.

Needs hypothesis, and scores nothing.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from attrs import evolve
from hypothesis import strategies as st

from indicator_dsl.api import Ruleset
from indicator_dsl.curves import Curve, Cut
from indicator_dsl.model import (
    Actuals,
    Bound,
    Checklist,
    Entry,
    Extra,
    Indicator,
    Judged,
    Level,
    Measured,
    Ruleset as Model,
    Scale,
)
from indicator_dsl.quantities import (
    MAX_DECIMAL_DIGITS,
    CalendarDay,
    Quantity,
    Unit,
    half_up,
    text_from_number,
)
from indicator_dsl.scoring import evaluate
from indicator_dsl.testing.witnesses import TINY, day_in, ends_of, number_in, numbers_beside

Cells = dict[str, object]
_UNSAID: Final = (None, "", "missing", "缺失", "n/a", "不适用")
_LARGEST: Final = 10**6
_SAID_OF_10: Final = 9


def from_ruleset(ruleset: Ruleset) -> st.SearchStrategy[Cells]:
    """Draws actuals for a ruleset, as a mapping that its `evaluate` takes.

    Numbers lie at every cut of every curve, one tiny step beside it, within every piece and
    anywhere; figures that others are worked out from are also chosen so that those fall on a cut.
    Labels are those of the scale, judged shares lie in their range, a checklist is answered in
    whole or in part. Now and then a value is missing or not applicable.

    Example:
        >>> from hypothesis import given
        >>> from indicator_dsl import parse_ruleset
        >>> sheet = parse_ruleset("A >= 10 件 weight 20")
        >>> @given(from_ruleset(sheet))
        ... def test_never_above_the_weight(actuals):
        ...     assert sheet.evaluate(actuals).bounds[1] <= 20
        >>> test_never_above_the_weight()
    """
    return _drawn(ruleset.model)


@st.composite
def _drawn(draw: st.DrawFn, model: Model) -> Cells:
    cells: Cells = {}
    for name, values in _pools(model).items():
        if draw(st.integers(0, _SAID_OF_10)):
            cells[name] = draw(values)
        elif draw(st.booleans()):
            cells[name] = draw(st.sampled_from(_UNSAID))
    for rule in model.indicators:
        if any(figure.name == rule.name for figure in model.derived) and draw(st.booleans()):
            _settle(draw, model, rule, cells)
    return cells


def _pools(model: Model) -> dict[str, st.SearchStrategy[object]]:
    """For every name that can be handed in, what to draw its cell from."""
    derived = {figure.name for figure in model.derived}
    pools: dict[str, st.SearchStrategy[object]] = {
        figure.name: _cells_of(_anywhere(), figure.unit) for figure in model.inputs
    }
    for rule in model.indicators:
        if rule.name not in derived:
            pools[rule.name] = _values(rule)
    for extra in model.extras:
        pools[extra.name] = _counts(extra)
    for veto in model.vetoes:
        pools[veto.name] = st.sampled_from((True, False, "是", "否"))
    return pools


def _values(rule: Indicator) -> st.SearchStrategy[object]:
    match rule.measure:
        case Judged(scale=scale):
            return st.one_of([_level(scale, level) for level in scale.levels])
        case Checklist(items=items):
            marks = st.sampled_from((True, False, "是", "否", "√", "×"))
            return st.fixed_dictionaries({}, optional={item.name: marks for item in items})
        case Measured(target=Bound(value=CalendarDay()), curve=curve):
            return _days(curve)
        case Measured() as measure:
            target = measure.target
            value = target.value if isinstance(target, Bound) else target.high
            return _cells_of(_near(measure, value.unit) | _anywhere(), value.unit)


# ---- numbers


def _near(measure: Measured, unit: Unit) -> st.SearchStrategy[Fraction]:
    """Numbers at the cuts of a curve and the ends of its target, beside them and between them."""
    cuts = {*measure.curve.cuts, *(Cut(end, after=False) for end in ends_of(measure.target))}
    numbers = {Fraction(0), -TINY, TINY}
    numbers.update(number for cut in cuts for number in numbers_beside(cut, unit))
    inside = (number_in(interval, unit) for interval, _ in measure.curve.intervals())
    numbers.update(number for number in inside if number is not None)
    return st.sampled_from(sorted(numbers))


def _anywhere() -> st.SearchStrategy[Fraction]:
    whole = st.integers(-10, _LARGEST).map(Fraction)
    return whole | st.fractions(0, _LARGEST, max_denominator=1000)


def _cells_of(numbers: st.SearchStrategy[Fraction], unit: Unit) -> st.SearchStrategy[object]:
    """Numbers as cells of a form: bare, or as text with the unit where it can be written out."""

    def written(number: Fraction) -> object:
        text = str(Quantity(number, unit))
        return number if text.startswith("≈") else text

    return numbers | numbers.map(written)


def _counts(extra: Extra) -> st.SearchStrategy[object]:
    most = 10 if extra.cap is None or not extra.each else int(extra.cap / extra.each) + 2
    return st.integers(0, most) | st.booleans() | st.integers(0, most).map(lambda n: f"{n} 次")


# ---- days, levels


def _days(curve: Curve) -> st.SearchStrategy[object]:
    days = {day for interval, _ in curve.intervals() if (day := day_in(interval)) is not None}
    for cut in curve.cuts:
        days.update(
            date.fromordinal(number)
            for number in range(int(cut.at) - 1, int(cut.at) + 2)
            if date.min.toordinal() <= number <= date.max.toordinal()
        )
    middle = max(days)
    year = timedelta(days=400)
    low = middle - year if middle - date.min > year else date.min
    high = middle + year if date.max - middle > year else date.max
    drawn = st.sampled_from(sorted(days)) | st.dates(low, high)
    return drawn | drawn.map(date.isoformat)


def _level(scale: Scale, level: Level) -> st.SearchStrategy[object]:
    if level.least is None:
        label = st.just(level.label)
        is_answer = scale.is_answer and level.label in ("是", "否")
        return label | st.just(level.label == "是") if is_answer else label
    shares = [level.least, (level.least + level.share) / 2, level.share, level.share - TINY]
    allowed = [share for share in shares if scale.allows(level, share)]
    judged = st.sampled_from(allowed) if allowed else st.just(level.least)
    name = level.label
    return judged.map(lambda share: f"{name} {text_from_number(share * 100)} %") | st.just(name)


# ---- figures that others are worked out from


def _settle(draw: st.DrawFn, model: Model, rule: Indicator, cells: Cells) -> None:
    """Changes one figure so that a line worked out from it falls on a cut, or just beside one.

    The line has to follow that figure evenly or be divided by it; otherwise nothing is changed.
    """
    if not isinstance(rule.measure, Measured):
        return
    target = rule.measure.target
    value = target.value if isinstance(target, Bound) else target.high
    if isinstance(value, CalendarDay):
        return
    wanted = draw(_near(rule.measure, value.unit)) * value.unit.factor
    names = [figure.name for figure in model.inputs]
    for name in draw(st.permutations(names)):
        number = _solved(model, rule.name, wanted, name, cells)
        if number is not None and abs(number) < _LARGEST**2:
            cells[name] = number
            return


def _solved(
    model: Model, line: str, wanted: Fraction, name: str, cells: Mapping[str, object]
) -> Fraction | None:
    """The number of `name` at which the line's figure is `wanted`; None when it is not simple."""
    sheet = _figures_only(model)
    at = [_figure(sheet, line, {**cells, name: Fraction(x)}) for x in (1, 2, 3)]
    first, second, third = at
    if first is None or second is None or third is None or first == second:
        return None
    if second - first == third - second:
        number = 1 + (wanted - first) / (second - first)
    elif wanted and first == 2 * second == 3 * third:
        number = first / wanted
    else:
        return None
    return number if number.denominator <= 1 / TINY else half_up(number, MAX_DECIMAL_DIGITS)


def _figures_only(model: Model) -> Model:
    return evolve(
        model, indicators=(), sections=(), checks=(), limits=(), vetoes=(), extras=(), examples=()
    )


def _figure(model: Model, name: str, cells: Mapping[str, object]) -> Fraction | None:
    """What a figure is worked out to be, in base units; None when it cannot be."""
    known = {figure.name for figure in model.inputs}
    entries = tuple(Entry(name=n, cell=cell) for n, cell in cells.items() if n in known)
    card = evaluate(model, Actuals(entries=entries))
    found = next((figure for figure in card.figures if figure.name == name), None)
    return None if found is None or found.quantity is None else found.quantity.magnitude
