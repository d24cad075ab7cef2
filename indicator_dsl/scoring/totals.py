"""From lines to the total: scaling, bonuses, penalties, limits, vetoes, each a visible step.

Works on bounds, so that an unknown value leaves an interval.
"""

from collections.abc import Callable
from fractions import Fraction

from attrs import frozen

from indicator_dsl.curves import Map, Piece, curve_of
from indicator_dsl.model import Extra, Limit, Ruleset, Treatment, Veto
from indicator_dsl.quantities import half_up
from indicator_dsl.scoring.facts import Facts
from indicator_dsl.scoring.scorecard import Adjustment, Kind, LineScore
from indicator_dsl.values import Value

_ZERO = Fraction(0)
Points = Callable[[LineScore], Fraction]


@frozen(kw_only=True, eq=False, repr=False)
class Totals(Value):
    """The bounds of the total, and every step between the lines and it."""

    low: Fraction
    high: Fraction
    adjustments: tuple[Adjustment, ...]


def totals_of(ruleset: Ruleset, lines: tuple[LineScore, ...], facts: Facts) -> Totals:
    """The total's bounds with all that moved it."""
    factors = factors_of(ruleset, lines)
    steps: list[Adjustment] = []
    low, high = _sum(lines, lambda line: line.low), _sum(lines, lambda line: line.high)
    places = ruleset.rounding.places
    for name, members in _groups(lines, factors).items():
        ends = [_scaled(members, pick, ruleset) for pick in (_low, _high)]
        steps.append(
            Adjustment(
                kind=ends[0][1],
                name=name,
                low=ends[0][0],
                high=ends[1][0],
                weight=_weight_gained(members),
            )
        )
    steps += _open_shares(lines, factors)
    steps += _extras(ruleset, facts, high + sum((step.high for step in steps), _ZERO))
    low += sum((step.low for step in steps), _ZERO)
    high += sum((step.high for step in steps), _ZERO)
    for bend in _bends(ruleset, facts):
        step = bend(low, high)
        if step.low or step.high:
            steps.append(step)
            low, high = low + step.low, high + step.high
    least, most = half_up(low, places), half_up(high, places)
    if (least, most) != (low, high):
        steps.append(Adjustment(kind=Kind.ROUNDING, low=least - low, high=most - high))
    return Totals(low=least, high=most, adjustments=tuple(steps))


def _low(line: LineScore) -> Fraction:
    return line.low


def _high(line: LineScore) -> Fraction:
    return line.high


def _sum(lines: tuple[LineScore, ...], points: Points) -> Fraction:
    return sum((points(line) for line in lines), _ZERO)


# ---- scaling: a section out of its own sum, and the points of lines that do not apply


@frozen(eq=False, repr=False)
class Factor(Value):
    """What a line's points are multiplied by on the card, and under which heading."""

    by: Fraction
    heading: str
    kind: Kind


def factors_of(ruleset: Ruleset, lines: tuple[LineScore, ...]) -> dict[str, Factor]:
    """Each line's factor by its name; 1 for most."""
    factors = {line.indicator.name: Factor(Fraction(1), "", Kind.SCALED) for line in lines}
    for section in ruleset.sections:
        if section.inner and section.points is not None:
            by = section.points / section.inner
            _multiply(factors, _under(lines, section.path), by, section.path, Kind.SCALED)
    _share_out(lines, factors)
    return factors


def _under(lines: tuple[LineScore, ...], path: tuple[str, ...]) -> list[LineScore]:
    return [line for line in lines if line.indicator.section[: len(path)] == path]


def _multiply(
    factors: dict[str, Factor],
    members: list[LineScore],
    by: Fraction,
    path: tuple[str, ...],
    kind: Kind,
) -> None:
    for member in members:
        name = member.indicator.name
        old = factors[name]
        factors[name] = Factor(old.by * by, old.heading or " / ".join(path), kind)


def _share_out(lines: tuple[LineScore, ...], factors: dict[str, Factor]) -> None:
    """Gives the points of lines that do not apply to those that do, the innermost section first.

    Otherwise a card would come to something else with its lines in another order.
    """
    falls = [(path, line) for line in lines if (path := _heading_of_heirs(line, lines)) is not None]
    for path, dropped in sorted(falls, key=lambda fall: len(fall[0]), reverse=True):
        points = dropped.indicator.weight * factors[dropped.indicator.name].by
        heirs = _heirs(path, lines)
        held = sum((h.indicator.weight * factors[h.indicator.name].by for h in heirs), _ZERO)
        _multiply(factors, heirs, (held + points) / held, path, Kind.REWEIGHTED)


def _heirs(path: tuple[str, ...], lines: tuple[LineScore, ...]) -> list[LineScore]:
    return [line for line in _under(lines, path) if not line.is_dropped]


def _heading_of_heirs(line: LineScore, lines: tuple[LineScore, ...]) -> tuple[str, ...] | None:
    """Under which heading the points of a line that does not apply are shared out.

    None when it does apply, and when no other line does.
    """
    rule, section = line.indicator.not_applicable, line.indicator.section
    if not line.is_dropped or rule is None:
        return None
    paths = [section[:depth] for depth in range(len(section), -1, -1)]
    if rule.treatment is Treatment.MOVE:
        paths = [rule.section, ()]
    return next((path for path in paths if _heirs(path, lines)), None)


def _open_shares(lines: tuple[LineScore, ...], factors: dict[str, Factor]) -> list[Adjustment]:
    """How much more an open line can bring by not applying than by anything it can earn itself.

    Its points then go to lines that may earn more than they weigh.
    """
    best = max((line.high / line.indicator.weight for line in lines), default=_ZERO)
    more = sum(
        (
            max(line.indicator.weight * best - line.high, _ZERO) * factors[line.indicator.name].by
            for line in lines
            if line.low < line.high and _may_drop(line) and best > 1
        ),
        _ZERO,
    )
    return [Adjustment(kind=Kind.REWEIGHTED, low=_ZERO, high=more)] if more else []


def _may_drop(line: LineScore) -> bool:
    rule = line.indicator.not_applicable
    return rule is not None and rule.treatment in (Treatment.DROP, Treatment.MOVE)


def _groups(
    lines: tuple[LineScore, ...], factors: dict[str, Factor]
) -> dict[str, list[tuple[LineScore, Factor]]]:
    """The lines whose points are multiplied, by the heading that says so."""
    groups: dict[str, list[tuple[LineScore, Factor]]] = {}
    for line in lines:
        factor = factors[line.indicator.name]
        if factor.by != 1:
            groups.setdefault(factor.heading, []).append((line, factor))
    return groups


def _scaled(
    members: list[tuple[LineScore, Factor]], points: Points, ruleset: Ruleset
) -> tuple[Fraction, Kind]:
    """What scaling adds to a group of lines, rounded once where lines are."""
    before = sum((points(line) for line, _ in members), _ZERO)
    after = sum((points(line) * factor.by for line, factor in members), _ZERO)
    if ruleset.rounding.each:
        after = half_up(after, ruleset.rounding.places)
    return after - before, members[0][1].kind


def _weight_gained(members: list[tuple[LineScore, Factor]]) -> Fraction:
    counted = [(line.indicator.weight, by.by) for line, by in members if not line.is_dropped]
    return sum((weight * (by - 1) for weight, by in counted), _ZERO)


# ---- what is added, taken and held down


def _extras(ruleset: Ruleset, facts: Facts, most: Fraction) -> list[Adjustment]:
    """Every bonus and penalty.

    A penalty without a ceiling can take all there is, bonuses included.
    """
    steps: list[Adjustment] = []
    reach = most
    for extra in sorted(ruleset.extras, key=lambda extra: not extra.is_bonus):
        step = _extra(extra, facts.count(extra), reach)
        reach += max(step.high, _ZERO)
        steps.append(step)
    order = [extra.name for extra in ruleset.extras]
    return sorted(steps, key=lambda step: order.index(step.name))


def _extra(extra: Extra, count: Fraction | None, most: Fraction) -> Adjustment:
    sign = 1 if extra.is_bonus else -1
    kind = Kind.BONUS if extra.is_bonus else Kind.PENALTY
    if count is None:
        widest = most if extra.cap is None else extra.cap
        ends = sorted((_ZERO, sign * widest))
        return Adjustment(kind=kind, name=extra.name, low=ends[0], high=ends[1], source=extra)
    points = extra.each * count
    if extra.cap is not None:
        points = min(points, extra.cap)
    moved = sign * points
    return Adjustment(kind=kind, name=extra.name, low=moved, high=moved, source=extra, count=count)


_Bend = Callable[[Fraction, Fraction], Adjustment]


def _bends(ruleset: Ruleset, facts: Facts) -> list[_Bend]:
    """The floor and every ceiling, in the order of the ruleset."""
    bends: list[_Bend] = [_floor] if ruleset.extras else []
    bends += [_ceiling(*each) for each in zip(ruleset.limits, facts.limits, strict=True)]
    bends += [_ceiling(v, facts.holds(v)) for v in ruleset.vetoes if v.points is not None]
    return bends


def _floor(low: Fraction, high: Fraction) -> Adjustment:
    held = curve_of(Piece.of(Map.linear(1, 0), clause="total", reason="met")).clip(
        low=_ZERO, clause="floor", low_reason="floor"
    )
    return Adjustment(kind=Kind.FLOOR, low=held.at(low) - low, high=held.at(high) - high)


def _ceiling(source: Limit | Veto, truth: bool | None) -> _Bend:  # noqa: FBT001 - None is unknown
    kind, name = (Kind.VETO, source.name) if isinstance(source, Veto) else (Kind.LIMIT, "")
    points = source.points if source.points is not None else _ZERO
    held = curve_of(Piece.of(Map.linear(1, 0), clause="total", reason="met")).clip(
        high=points, clause=kind.value, high_reason="cap"
    )

    def bend(low: Fraction, high: Fraction) -> Adjustment:
        if truth is False:
            return Adjustment(kind=kind, name=name, low=_ZERO, high=_ZERO, source=source)
        change = held.at(high) - high if truth else _ZERO
        lost = held.at(low) - low
        return Adjustment(kind=kind, name=name, low=lost, high=change, source=source)

    return bend


def grades_of(ruleset: Ruleset, totals: Totals, facts: Facts) -> tuple[str, ...]:
    """The grades still possible, the best first, vetoes heeded."""
    grades = ruleset.grades
    if grades is None:
        return ()
    labels = [grade.label for grade in grades.bands] + [grades.otherwise]
    possible = {labels.index(label) for label in grades.between(totals.low, totals.high)}
    for veto in ruleset.vetoes:
        if veto.grade is None:
            continue
        ceiling = labels.index(veto.grade)
        truth = facts.holds(veto)
        held = {max(index, ceiling) for index in possible}
        possible = possible if truth is False else (held if truth else possible | held)
    return tuple(labels[index] for index in sorted(possible))
