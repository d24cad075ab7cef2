"""How a whole sheet answers to small changes: each line at its margin, the total at its grades.

Rounding is left aside throughout; decides no points.
"""

from collections.abc import Iterator
from fractions import Fraction

from attrs import frozen

from indicator_dsl.explanation.asked import level_of
from indicator_dsl.explanation.figures import share_text
from indicator_dsl.explanation.levers_discrete import most_of_level
from indicator_dsl.explanation.margins import PER_CENT, Side, judged_side, side_of
from indicator_dsl.explanation.probing import probes_around
from indicator_dsl.explanation.suppositions import Supposition, changed
from indicator_dsl.explanation.turns import figure_map
from indicator_dsl.methods import unit_of_target
from indicator_dsl.model import Actuals, Checklist, Judged, Measured, Ruleset, Scale, names_in
from indicator_dsl.quantities import Quantity, Unit
from indicator_dsl.scoring import LineScore, Scorecard, evaluate, factors_of
from indicator_dsl.wording import Text, same


@frozen(kw_only=True)
class Alternative:
    """Another level, or an item the other way round: what the line then earns, and the gain."""

    what: Text
    is_better: bool
    points: Fraction
    gained: Fraction


@frozen(kw_only=True)
class InputMargin:
    """What one unit more of an input is worth on a line worked out from it; None: not known."""

    name: str
    unit: Unit
    more: Fraction | None
    less: Fraction | None


@frozen(kw_only=True)
class Margin:
    """One line at its margin.

    `up` and `down` are None unless a figure was measured; `unit` is what they count. `factor` is
    what the line's points count for on the card: 1 unless its section is scaled or points were
    shared out. `alternatives` are the next better and worse level, or every item the other way
    round. All of it is empty for a line that is not scored.
    """

    line: LineScore
    unit: Unit | None
    up: Side | None
    down: Side | None
    factor: Fraction
    alternatives: tuple[Alternative, ...]
    inputs: tuple[InputMargin, ...]


@frozen(kw_only=True)
class GradeStep:
    """A grade the total stands below or above, and by how many points."""

    grade: str
    at: Fraction
    away: Fraction


@frozen(kw_only=True)
class Sensitivity:
    """Every line at its margin, in sheet order.

    `next_grade` is the nearest better grade, `own_grade` where the present one begins; None without
    grades, at either end of them, and while the total is open.
    """

    card: Scorecard
    margins: tuple[Margin, ...]
    next_grade: GradeStep | None
    own_grade: GradeStep | None


def sensitivity(ruleset: Ruleset, actuals: Actuals) -> Sensitivity:
    """The margins of a sheet.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> from indicator_dsl.model import Entry
        >>> rules = parse_ruleset("年办件量 >= 200 件 weight 20").model
        >>> given = Actuals(entries=(Entry(name="年办件量", cell="180件"),))
        >>> sensitivity(rules, given).margins[0].up.per_unit
        Fraction(1, 10)
    """
    card = evaluate(ruleset, actuals)
    factors = factors_of(ruleset, card.lines)
    margins = tuple(
        _margin(line, ruleset, actuals, card, factors[line.indicator.name].by)
        for line in card.lines
    )
    above, own = _grades(card)
    return Sensitivity(card=card, margins=margins, next_grade=above, own_grade=own)


def _margin(
    line: LineScore, ruleset: Ruleset, actuals: Actuals, card: Scorecard, factor: Fraction
) -> Margin:
    measure = line.indicator.measure
    up, down = side_of(line, ruleset, is_up=True), side_of(line, ruleset, is_up=False)
    unit = unit_of_target(measure.target) if isinstance(measure, Measured) else None
    level = level_of(line)
    if level is not None and level.least is not None and line.exact is not None:
        up, down = judged_side(line, is_up=True), judged_side(line, is_up=False)
        unit = PER_CENT
    return Margin(
        line=line,
        unit=unit,
        up=up,
        down=down,
        factor=factor,
        alternatives=tuple(_alternatives(line)),
        inputs=tuple(_inputs(line, ruleset, actuals, card, up, down)),
    )


def _alternatives(line: LineScore) -> Iterator[Alternative]:
    match line.indicator.measure:
        case Judged(scale=scale) if line.exact is not None and isinstance(line.observed, str):
            yield from _levels(line, scale, line.exact)
        case Checklist(items=items) if line.exact is not None and line.marks:
            for item, mark in zip(items, line.marks, strict=True):
                gained = -item.points if mark else item.points
                yield Alternative(
                    what=same(item.name),
                    is_better=not mark,
                    points=line.exact + gained,
                    gained=gained,
                )
        case _:
            pass


def _levels(line: LineScore, scale: Scale, exact: Fraction) -> Iterator[Alternative]:
    """The next level on either side, a ranged one at the end that lies nearer."""
    weight = line.indicator.weight
    ends = [
        (share * weight, level)
        for level in scale.levels
        for share in {most_of_level(scale, level), level.least}
        if share is not None and level.label != line.observed
    ]
    better = min((end for end in ends if end[0] > exact), key=lambda end: end[0], default=None)
    worse = max((end for end in ends if end[0] < exact), key=lambda end: end[0], default=None)
    for found in (better, worse):
        if found is None:
            continue
        points, level = found
        shown = share_text(points / weight)
        label = (
            scale.label_text(level.label)
            if level.least is None
            else Text(f"{level.label} {shown.en}", f"{level.label} {shown.zh}")
        )
        yield Alternative(
            what=label, is_better=points > exact, points=points, gained=points - exact
        )


def _inputs(
    line: LineScore,
    ruleset: Ruleset,
    actuals: Actuals,
    card: Scorecard,
    up: Side | None,
    down: Side | None,
) -> Iterator[InputMargin]:
    """The inputs a figure is worked out from, each by itself."""
    derived = {each.name: each for each in ruleset.derived}
    if line.indicator.name not in derived or up is None or down is None:
        return
    for figure in card.figures:
        if figure.is_derived or figure.quantity is None:
            continue
        if figure.name not in _roots(line.indicator.name, ruleset):
            continue
        grows = _growth(line.indicator.name, figure.name, figure.quantity, ruleset, actuals)
        unit = figure.quantity.unit
        per = None
        if isinstance(line.indicator.measure, Measured):
            per = unit_of_target(line.indicator.measure.target).factor
        if grows is None or per is None:
            yield InputMargin(name=figure.name, unit=unit, more=None, less=None)
            continue
        step = grows / per
        first, second = (up, down) if step >= 0 else (down, up)
        yield InputMargin(
            name=figure.name,
            unit=unit,
            more=None if first.per_unit is None else first.per_unit * abs(step),
            less=None if second.per_unit is None else second.per_unit * abs(step),
        )


def _roots(name: str, ruleset: Ruleset) -> set[str]:
    """Every name a figure comes from, however far back."""
    derived = {each.name: each for each in ruleset.derived}
    found: set[str] = set()
    waiting = [name]
    while waiting:
        for source in names_in(derived[waiting.pop()].value):
            if source not in found:
                found.add(source)
                waiting += [source] if source in derived else []
    return found


def _growth(
    name: str, source: str, quantity: Quantity, ruleset: Ruleset, actuals: Actuals
) -> Fraction | None:
    """How much a figure grows, in base units, for one more of the input; None: not known."""

    def card_at(number: Fraction) -> Scorecard:
        cell = str(Quantity(number, quantity.unit))
        return evaluate(ruleset, changed(actuals, [Supposition(name=source, cell=cell)]))

    found = figure_map(name, card_at, probes_around(quantity.number))
    if found is None or quantity.number == found.pole:
        return None
    return found.slope_at(quantity.number)


def _grades(card: Scorecard) -> tuple[GradeStep | None, GradeStep | None]:
    grades, total = card.ruleset.grades, card.total
    if grades is None or total is None:
        return None, None
    above = [band for band in grades.bands if band.points > total]
    below = [band for band in grades.bands if band.points <= total]
    return (
        _step(above[-1].label, above[-1].points, total) if above else None,
        _step(below[0].label, below[0].points, total) if below else None,
    )


def _step(label: str, at: Fraction, total: Fraction) -> GradeStep:
    return GradeStep(grade=label, at=at, away=abs(at - total))
