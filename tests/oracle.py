"""What a sheet should score, worked out a second time from the language page alone.

Holds plain fractions; imports nothing of the package it judges.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import ceil, floor
from typing import Literal, TypeAlias

from attrs import frozen

MethodWord: TypeAlias = Literal["pass", "ratio", "inverse", "excess"]
# A figure's name, a constant, or an operation: ("/", "执行数", "预算数").
Sum: TypeAlias = "str | Fraction | tuple[str, Sum, Sum]"

FITTING: Mapping[str, tuple[MethodWord, ...]] = {
    ">=": ("pass", "ratio"),
    ">": ("pass", "ratio"),
    "<=": ("pass", "excess", "inverse"),
    "<": ("pass", "excess", "inverse"),
    "=": ("pass", "ratio"),
    "in": ("pass", "ratio"),
}


@frozen(kw_only=True)
class Line:
    """`by line from START to END`; of the target, both are shares of it."""

    start: Fraction
    end: Fraction
    of_target: bool = False


@frozen(kw_only=True)
class Bands:
    """`by bands`: each an operator, a bound and its points; `otherwise` for the rest."""

    bands: tuple[tuple[str, Fraction, Fraction], ...]
    otherwise: Fraction


@frozen(kw_only=True)
class Steps:
    """`less POINTS per WIDTH`; of the target, the width is a share of it."""

    points: Fraction
    width: Fraction
    of_target: bool = False
    reading: Literal["proportional", "full", "part"] = "proportional"
    most: Fraction | None = None


@frozen(kw_only=True)
class Sides:
    """`by below …, above …`, or a plain `by less …`, which is the side the operator forbids."""

    below: Steps | None = None
    above: Steps | None = None
    is_plain: bool = False


@frozen(kw_only=True)
class Guards:
    """`cap`, `over SHARE less AMOUNT of OF`, `zero SIDE BOUND` (true: a share of the target)."""

    cap: Fraction | None = None
    overs: tuple[tuple[Fraction, Fraction, Literal["weight", "earned", "points"]], ...] = ()
    zeros: tuple[tuple[Literal["below", "above", "from"], Fraction, bool], ...] = ()


@frozen(kw_only=True)
class Rule:
    """A target from `low` to `high` (the same but for `in`), told like its actual in one unit.

    A `scheme` is scored instead of the method.
    """

    operator: str
    low: Fraction
    high: Fraction
    method: MethodWord = "pass"
    weight: Fraction
    scheme: Line | Bands | Sides | None = None
    guards: Guards = Guards()


@frozen(kw_only=True)
class Judgement:
    """A target on a scale: each label's share of the weight."""

    shares: Mapping[str, Fraction]
    weight: Fraction


@frozen(kw_only=True)
class Rounding:
    """Half-up to `places`, line by line or once at the total."""

    places: int
    each: bool


def half_up(value: Fraction, places: int) -> Fraction:
    """The nearest number of so many decimals; exactly between two, the one farther from zero."""
    whole, rest = divmod(abs(value) * 10**places, 1)
    steps = whole + 1 if 2 * rest >= 1 else whole
    return Fraction(steps if value >= 0 else -steps, 10**places)


def has_score(rule: Rule) -> bool:
    """Whether the method fits the operator and its share of the target has a meaning."""
    return rule.method in FITTING[rule.operator] and (rule.method == "pass" or rule.low > 0)


def is_met(rule: Rule, x: Fraction) -> bool:
    return {
        ">=": x >= rule.low,
        ">": x > rule.low,
        "<=": x <= rule.low,
        "<": x < rule.low,
        "=": x == rule.low,
        "in": rule.low <= x <= rule.high,
    }[rule.operator]


def share(rule: Rule, x: Fraction) -> Fraction:
    """The share of the weight that `x` earns, from the column of that name in the method table."""
    target = rule.low
    match rule.method:
        case "pass":
            return Fraction(int(is_met(rule, x)))
        case "inverse":
            return Fraction(1) if x <= target else target / x
        case "excess":
            if x <= target:
                return Fraction(1)
            return Fraction(0) if x >= 2 * target else 1 - (x - target) / target
        case "ratio":
            return Fraction(0) if x < 0 else _completion(rule, x)


def _completion(rule: Rule, x: Fraction) -> Fraction:
    """How far `x`, not below zero, comes to the target; never more than all the way."""
    if rule.operator in {">=", ">"}:
        return Fraction(1) if x >= rule.low else x / rule.low
    if rule.operator == "=":
        return min(x, rule.low) / max(x, rule.low)
    if x < rule.low:
        return x / rule.low
    return Fraction(1) if x <= rule.high else rule.high / x


def _lost(steps: Steps, rule: Rule, distance: Fraction) -> Fraction:
    width = steps.width * (rule.high if steps.of_target else 1)
    count = distance / width
    if steps.reading != "proportional":
        count = Fraction(floor(count) if steps.reading == "full" else ceil(count))
    lost = steps.points * count
    return lost if steps.most is None else min(lost, steps.most)


def by_scheme(rule: Rule, x: Fraction) -> Fraction:
    """The points by a line, bands or steps, before any guard."""
    match rule.scheme:
        case Line(start=start, end=end, of_target=of_target):
            unit = rule.high if of_target else Fraction(1)
            way = (x / unit - start) / (end - start)
            return rule.weight * min(max(way, Fraction(0)), Fraction(1))
        case Bands(bands=bands, otherwise=otherwise):
            holds = {
                ">=": Fraction.__ge__,
                ">": Fraction.__gt__,
                "<=": Fraction.__le__,
                "<": Fraction.__lt__,
            }
            reached = [worth for operator, bound, worth in bands if holds[operator](x, bound)]
            return [*reached, otherwise][0]
        case Sides(below=below, above=above):
            lost = Fraction(0)
            if below is not None and x < rule.low:
                lost = _lost(below, rule, rule.low - x)
            if above is not None and x > rule.high:
                lost = _lost(above, rule, x - rule.high)
            return max(rule.weight - lost, Fraction(0))
        case None:
            return rule.weight * share(rule, x)


def carried_on(rule: Rule, x: Fraction, most: Fraction) -> Fraction:
    """The share by the method's own line, which goes on past full marks up to `most`."""
    line = {
        "ratio": max(x, Fraction(0)) / rule.low,
        "excess": max(2 - x / rule.low, Fraction(0)),
        "inverse": rule.low / x if x > 0 else most,
    }[rule.method]
    return min(line, most)


def exact(rule: Rule, x: Fraction) -> Fraction:
    """What `x` earns before rounding: the method, then cap, over … less, floor 0, zero."""
    guards = rule.guards
    if guards.cap is None:
        earned = by_scheme(rule, x)
    else:
        earned = rule.weight * carried_on(rule, x, guards.cap)
    reached = [over for over in guards.overs if x >= over[0] * rule.low]
    if reached:
        _, amount, of = max(reached)
        earned -= {"weight": amount * rule.weight, "earned": amount * earned, "points": amount}[of]
        earned = max(earned, Fraction(0))
    for side, bound, of_target in guards.zeros:
        at = bound * rule.high if of_target else bound
        if {"below": x < at, "above": x > at, "from": x >= at}[side]:
            return Fraction(0)
    return earned


def judged(
    level: tuple[Fraction, Fraction], others: Iterable[tuple[Fraction, Fraction]], share: Fraction
) -> bool:
    """Whether a share lies in a ranged level: its end does unless another level begins there."""
    least, most = level
    return least <= share <= most and (share < most or all(begins != most for begins, _ in others))


def checklist(worth: Mapping[str, Fraction], answers: Mapping[str, bool]) -> Fraction:
    """The sum of the points of the items that are met."""
    return sum((points for name, points in worth.items() if answers[name]), Fraction(0))


def points(rule: Rule | Judgement, actual: Fraction | str, rounding: Rounding) -> Fraction:
    """What a line earns: rounded when lines are rounded, exact when only the total is."""
    if isinstance(rule, Judgement):
        assert isinstance(actual, str)
        earned = rule.weight * rule.shares[actual]
    else:
        assert isinstance(actual, Fraction)
        earned = exact(rule, actual)
    return half_up(earned, rounding.places) if rounding.each else earned


def total(earned: Iterable[Fraction], rounding: Rounding) -> Fraction:
    return half_up(sum(earned, Fraction(0)), rounding.places)


def worked_out(formula: Sum, figures: Mapping[str, Fraction]) -> Fraction | None:
    """What a `let` comes to; None while a figure is missing, and where it divides by zero."""
    if isinstance(formula, str):
        return figures.get(formula)
    if isinstance(formula, Fraction):
        return formula
    symbol, left, right = formula
    a, b = worked_out(left, figures), worked_out(right, figures)
    if a is None or b is None or (symbol == "/" and b == 0):
        return None
    return {"+": a + b, "-": a - b, "*": a * b}[symbol] if symbol != "/" else a / b


# ---- the whole card


@frozen(kw_only=True)
class Part:
    """A line on the card: under which heading, its weight, and what it earned.

    `earned` is None when it does not apply: its points then go to the rest of its section, or to
    the section in `moves_to`.
    """

    section: tuple[str, ...]
    weight: Fraction
    earned: Fraction | None
    moves_to: tuple[str, ...] | None = None


def _under(parts: Iterable[Part], path: tuple[str, ...]) -> list[Part]:
    return [part for part in parts if part.section[: len(path)] == path]


def card_weights(parts: list[Part], inner: Mapping[tuple[str, ...], Fraction]) -> list[Fraction]:
    """What each line weighs in the end: sections of their own sum scaled, then gaps filled.

    `inner` says what each such section is multiplied by. Points that fall out are shared out in
    proportion, first in the innermost sections.
    """
    weights = [part.weight for part in parts]
    for index, part in enumerate(parts):
        for path, factor in inner.items():
            if part.section[: len(path)] == path:
                weights[index] *= factor
    falling: list[tuple[tuple[str, ...], Fraction]] = []
    for index, part in enumerate(parts):
        if part.earned is not None:
            continue
        section = part.section
        ways = [section[:depth] for depth in range(len(section), -1, -1)]
        ways = ways if part.moves_to is None else [part.moves_to, ()]
        heir = [way for way in ways if any(p.earned is not None for p in _under(parts, way))]
        if heir:
            falling.append((heir[0], weights[index]))
        weights[index] = Fraction(0)
    for path, points in sorted(falling, key=lambda each: -len(each[0])):
        heirs = [
            i
            for i, p in enumerate(parts)
            if p.section[: len(path)] == path and p.earned is not None
        ]
        held = sum((weights[i] for i in heirs), Fraction(0))
        for i in heirs:
            weights[i] *= 1 + points / held
    return weights


def card_total(
    parts: list[Part],
    inner: Mapping[tuple[str, ...], Fraction],
    extras: Iterable[Fraction],
    ceilings: Iterable[Fraction],
    rounding: Rounding,
) -> Fraction:
    """The total: lines as they weigh in the end, extras, floor 0, ceilings, rounding.

    Where lines are rounded, so is what a section comes to once it is scaled.
    """
    weights = card_weights(parts, inner)
    whole = Fraction(0)
    scaled: dict[tuple[str, ...], Fraction] = {}
    for part, weight in zip(parts, weights, strict=True):
        if part.earned is None:
            continue
        if weight == part.weight:
            whole += part.earned
        else:
            came_to = part.earned * weight / part.weight
            scaled[part.section] = scaled.get(part.section, Fraction(0)) + came_to
    whole += sum(
        (half_up(s, rounding.places) if rounding.each else s for s in scaled.values()), Fraction(0)
    )
    moved = list(extras)
    whole += sum(moved, Fraction(0))
    if moved:
        whole = max(whole, Fraction(0))
    return half_up(min([whole, *ceilings]), rounding.places)


def extra(*, is_bonus: bool, each: Fraction, cap: Fraction | None, count: Fraction) -> Fraction:
    """What a bonus adds, or a penalty takes, as a signed number."""
    moved = each * count if cap is None else min(each * count, cap)
    return moved if is_bonus else -moved


def grade(
    total: Fraction, bands: list[tuple[str, Fraction]], otherwise: str, best: Iterable[str]
) -> str:
    """The grade of a total, no better than any of `best`."""
    labels = [label for label, _ in bands] + [otherwise]
    reached = next((label for label, begins in bands if total >= begins), otherwise)
    return labels[max(labels.index(label) for label in (reached, *best))]
