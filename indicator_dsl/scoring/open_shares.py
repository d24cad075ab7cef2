"""What lines of which nobody knows yet whether they apply can still do to the total.

Each answer is tried by the shares themselves; where there are too many it is bounded, never less
widely than the answers would.
"""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import product
from typing import Final, TypeAlias

from attrs import evolve

from indicator_dsl.model import Condition, Ruleset, Treatment
from indicator_dsl.scoring.scorecard import Adjustment, Kind, LineScore
from indicator_dsl.scoring.shares import factors_of, heading_of_heirs, shared_steps

_ZERO: Final = Fraction(0)
_MOST_ANSWERS: Final = 32
_Cause: TypeAlias = Condition | str


def open_shares(ruleset: Ruleset, lines: tuple[LineScore, ...]) -> tuple[Adjustment, ...]:
    """How much less and how much more the total can be by lines turning out not to apply.

    One step for each top-level heading within which the points stay, or one for the whole sheet;
    none where it makes no difference. `low` is at most 0 and `high` at least 0: all lines may
    apply.
    """
    if not any(line.may_drop for line in lines):
        return ()
    steps: list[Adjustment] = []
    for heading, members in _apart(ruleset, lines).items():
        causes = tuple(dict.fromkeys(cause for line in members for cause in line.drops_by))
        if 2 ** len(causes) <= _MOST_ANSWERS:
            low, high = _tried(ruleset, lines, causes)
        else:
            low, high = _bounded(ruleset, lines, members, heading)
        if low or high:
            name = " / ".join(heading)
            steps.append(Adjustment(kind=Kind.REWEIGHTED, name=name, low=low, high=high))
    return tuple(steps)


def _apart(
    ruleset: Ruleset, lines: tuple[LineScore, ...]
) -> Mapping[tuple[str, ...], list[LineScore]]:
    """The lines that may not apply, by the top-level heading that their points cannot leave."""
    open_lines = [line for line in lines if line.may_drop]
    homes = {line.indicator.name: _home(line, lines) for line in open_lines}
    hung: dict[_Cause, set[tuple[str, ...]]] = {}
    for line in open_lines:
        for cause in line.drops_by:
            hung.setdefault(cause, set()).add(homes[line.indicator.name])
    is_spread = any(len(places) > 1 for places in hung.values()) or () in homes.values()
    if ruleset.rounding.each:  # what is shared over the whole sheet is rounded over the whole sheet
        is_spread = is_spread or any(heading_of_heirs(line, lines) == () for line in lines)
    if is_spread:
        return {(): open_lines}
    found: dict[tuple[str, ...], list[LineScore]] = {}
    for line in open_lines:
        found.setdefault(homes[line.indicator.name], []).append(line)
    return found


def _home(line: LineScore, lines: Iterable[LineScore]) -> tuple[str, ...]:
    rule, home = line.indicator.not_applicable, line.indicator.section[:1]
    moves = rule is not None and rule.treatment is Treatment.MOVE
    stays = any(
        not (each.may_drop or each.is_dropped)
        for each in lines
        if home and each.indicator.section[:1] == home
    )
    return home if stays and not moves else ()


def _tried(
    ruleset: Ruleset, lines: tuple[LineScore, ...], causes: tuple[_Cause, ...]
) -> tuple[Fraction, Fraction]:
    """The least and the most of every answer, beside all of them applying."""
    naive = _ends(ruleset, lines)
    ends = [_ends(ruleset, answered) for answered in _answers(lines, causes)]
    return min(low for low, _ in ends) - naive[0], max(high for _, high in ends) - naive[1]


def _answers(
    lines: tuple[LineScore, ...], causes: tuple[_Cause, ...]
) -> Iterator[tuple[LineScore, ...]]:
    """The lines by every answer to what is open; the first is that all of them apply."""
    for truths in product((False, True), repeat=len(causes)):
        true = [cause for cause, truth in zip(causes, truths, strict=True) if truth]
        yield tuple(
            as_dropped(line) if any(cause in true for cause in line.drops_by) else line
            for line in lines
        )


def as_dropped(line: LineScore) -> LineScore:
    """The line once it is known not to apply."""
    return evolve(line, low=_ZERO, high=_ZERO, drops_by=(), is_dropped=True)


def _ends(ruleset: Ruleset, lines: tuple[LineScore, ...]) -> tuple[Fraction, Fraction]:
    steps = shared_steps(ruleset, lines)
    low = [line.low for line in lines] + [step.low for step in steps]
    high = [line.high for line in lines] + [step.high for step in steps]
    return sum(low, _ZERO), sum(high, _ZERO)


def _bounded(
    ruleset: Ruleset,
    lines: tuple[LineScore, ...],
    members: list[LineScore],
    heading: tuple[str, ...],
) -> tuple[Fraction, Fraction]:
    """Bounds that hold whatever the answers are: points go to lines between the worst and the best.

    Where all lines may fall out, nobody may be left to take them over.
    """
    heirs = [
        line
        for line in lines
        if not line.is_dropped and line.indicator.section[: len(heading)] == heading
    ]
    worst = min(line.low / line.indicator.weight for line in heirs)
    best = max(line.high / line.indicator.weight for line in heirs)
    if all(line.may_drop for line in heirs):
        worst, best = min(worst, _ZERO), max(best, _ZERO)
    factors, low, high = factors_of(ruleset, lines), _ZERO, _ZERO
    for line in members:
        weight, by = line.indicator.weight, factors[line.indicator.name].by
        low += min(weight * worst - line.low, _ZERO) * by
        high += max(weight * best - line.high, _ZERO) * by
    slack = _rounding_of_groups(ruleset, lines)
    return low - slack, high + slack


def _rounding_of_groups(ruleset: Ruleset, lines: Iterable[LineScore]) -> Fraction:
    """How far the rounded sums of all headings can lie from others, half a last place each."""
    if not ruleset.rounding.each:
        return _ZERO
    sections = {line.indicator.section for line in lines}
    paths = {section[:depth] for section in sections for depth in range(len(section) + 1)}
    return Fraction(len(paths), 10**ruleset.rounding.places)
