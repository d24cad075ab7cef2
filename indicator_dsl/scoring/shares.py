"""What a line's points are multiplied by on the card, and what that adds, heading by heading.

A section may be scored out of its own sum, and the points of lines that do not apply go to others.
"""

from collections.abc import Callable
from fractions import Fraction

from attrs import frozen

from indicator_dsl.model import Ruleset, Treatment
from indicator_dsl.quantities import half_up
from indicator_dsl.scoring.scorecard import Adjustment, Kind, LineScore

_ZERO = Fraction(0)
Points = Callable[[LineScore], Fraction]


def shared_steps(ruleset: Ruleset, lines: tuple[LineScore, ...]) -> tuple[Adjustment, ...]:
    """What scaling and sharing out adds under each heading, lines that may not apply applying."""
    steps: list[Adjustment] = []
    for name, members in _groups(lines, factors_of(ruleset, lines)).items():
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
    return tuple(steps)


def _low(line: LineScore) -> Fraction:
    return line.low


def _high(line: LineScore) -> Fraction:
    return line.high


@frozen
class Factor:
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
    falls = [(path, line) for line in lines if (path := heading_of_heirs(line, lines)) is not None]
    for path, dropped in sorted(falls, key=lambda fall: len(fall[0]), reverse=True):
        points = dropped.indicator.weight * factors[dropped.indicator.name].by
        heirs = _heirs(path, lines)
        held = sum((h.indicator.weight * factors[h.indicator.name].by for h in heirs), _ZERO)
        _multiply(factors, heirs, (held + points) / held, path, Kind.REWEIGHTED)


def _heirs(path: tuple[str, ...], lines: tuple[LineScore, ...]) -> list[LineScore]:
    return [line for line in _under(lines, path) if not line.is_dropped]


def heading_of_heirs(line: LineScore, lines: tuple[LineScore, ...]) -> tuple[str, ...] | None:
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
