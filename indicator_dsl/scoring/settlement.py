"""Which unknown values would settle the grade. Asks the totals, and adds up nothing itself."""

from collections.abc import Iterable
from fractions import Fraction
from itertools import combinations
from typing import Final

from attrs import evolve, field, frozen

from indicator_dsl.model import Extra, Limit, names_in
from indicator_dsl.scoring.facts import Facts
from indicator_dsl.scoring.open_shares import as_dropped
from indicator_dsl.scoring.scorecard import LineScore, Scorecard
from indicator_dsl.scoring.totals import grades_of, totals_of

# A sheet in the middle of its year can lack hundreds of values; past these, the widest go first.
_TRIED_ALONE: Final = 16
_TRIED_IN_PAIRS: Final = 8


@frozen(kw_only=True)
class Settling:
    """The fewest values that would settle the grade, whatever the others come to.

    `names` are indicators, bonuses, penalties and vetoes. `least` and `most` are the grades when
    all of them come out as badly, or as well, as they can. `is_all` says that nothing else is open.
    """

    names: tuple[str, ...]
    least: str
    most: str
    is_all: bool


@frozen(kw_only=True)
class _Open:
    """One thing not known yet, and how many points hang on it."""

    name: str
    width: Fraction
    limits: tuple[int, ...] = field(default=())


def open_names(card: Scorecard) -> tuple[str, ...]:
    """Everything whose value is still unknown, in sheet order: lines, then what moves the total.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> ruleset = parse_ruleset("年办件量 >= 200000 件 weight 20")
        >>> open_names(ruleset.evaluate({}).model)
        ('年办件量',)
    """
    return tuple(each.name for each in _open(card))


def settling(card: Scorecard) -> Settling | None:
    r"""What would settle the grade; None when it is settled already or the sheet has no grades.

    Each set of values is tried at its worst and at its best, with all the others left open.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> text = "grades 优 >= 90, else 差\n甲 >= 9 件 weight 95\n乙 >= 9 件 weight 5"
        >>> found = settling(parse_ruleset(text).evaluate({}).model)
        >>> found.names, found.least, found.most
        (('甲',), '差', '优')
    """
    if len(card.grades) <= 1:
        return None
    unknown = _open(card)
    widest = sorted(unknown, key=lambda each: each.width, reverse=True)
    singles = ((each,) for each in widest[:_TRIED_ALONE])
    pairs = combinations(widest[:_TRIED_IN_PAIRS], 2)
    for chosen in (*singles, *pairs):
        found = _settled(card, chosen, len(unknown))
        if found is not None:
            return found
    return _widest_first(card, widest)


def _widest_first(card: Scorecard, widest: list[_Open]) -> Settling | None:
    """The shortest run of the widest that settles the grade."""
    low, high, best = 1, len(widest), None
    while low <= high:
        middle = (low + high) // 2
        found = _settled(card, tuple(widest[:middle]), len(widest))
        if found is None:
            low = middle + 1
        else:
            best, high = found, middle - 1
    return best


def _settled(card: Scorecard, chosen: tuple[_Open, ...], count: int) -> Settling | None:
    worst = _grades_with(card, chosen, is_best=False)
    best = _grades_with(card, chosen, is_best=True)
    if len(worst) != 1 or len(best) != 1:
        return None
    names = {each.name for each in chosen}
    return Settling(
        names=tuple(name for name in open_names(card) if name in names),
        least=worst[0],
        most=best[0],
        is_all=len(chosen) == count,
    )


def _grades_with(card: Scorecard, chosen: Iterable[_Open], *, is_best: bool) -> tuple[str, ...]:
    """The grades still possible once these are known, at one end of what they can be."""
    names = {each.name for each in chosen}
    most = sum((line.high for line in card.lines), Fraction(0))
    most += sum((max(step.high, Fraction(0)) for step in card.adjustments), Fraction(0))
    decided = {index for each in chosen for index in each.limits}
    counts = {
        extra.name: _count(extra, most, is_best=is_best)
        for extra in card.ruleset.extras
        if extra.name in names
    }
    facts = Facts(
        counts={**card.facts.counts, **counts},
        vetoes={
            **card.facts.vetoes,
            **{v.name: not is_best for v in card.ruleset.vetoes if v.name in names},
        },
        limits=tuple(
            not is_best if index in decided else truth
            for index, truth in enumerate(card.facts.limits)
        ),
    )
    lines = _lines_with(card, names, facts, is_best=is_best)
    return grades_of(card.ruleset, totals_of(card.ruleset, lines, facts), facts)


def _lines_with(
    card: Scorecard, names: set[str], facts: Facts, *, is_best: bool
) -> tuple[LineScore, ...]:
    """The lines with these known at one end; one that may not apply does not where that is more so.

    One by one: what the others do when several of them fall out is not tried in every order.
    """

    def end(lines: tuple[LineScore, ...]) -> Fraction:
        totals = totals_of(card.ruleset, lines, facts)
        return totals.high if is_best else -totals.low

    lines = tuple(
        _fixed(line, is_best=is_best) if line.indicator.name in names else line
        for line in card.lines
    )
    for number, line in enumerate(card.lines):
        if line.may_drop and line.indicator.name in names:
            without = (*lines[:number], as_dropped(line), *lines[number + 1 :])
            lines = max(lines, without, key=end)
    return lines


def _fixed(line: LineScore, *, is_best: bool) -> LineScore:
    end = line.high if is_best else line.low
    return evolve(line, low=end, high=end, drops_by=())


def _count(extra: Extra, most: Fraction, *, is_best: bool) -> Fraction:
    if extra.is_bonus != is_best or extra.each <= 0:
        return Fraction(0)
    return (most if extra.cap is None else extra.cap) / extra.each


def _open(card: Scorecard) -> list[_Open]:
    """Lines without points, and facts not said; a limit hangs on the lines its condition names."""
    found: list[_Open] = []
    undecided = {
        index: limit
        for index, (limit, truth) in enumerate(
            zip(card.ruleset.limits, card.facts.limits, strict=True)
        )
        if truth is None
    }
    for line in card.lines:
        if line.is_settled:
            continue
        name = line.indicator.name
        own = tuple(i for i, limit in undecided.items() if name in _names(limit))
        found.append(_Open(name=name, width=line.high - line.low, limits=own))
    tied = {index for each in found for index in each.limits}
    for extra in card.ruleset.extras:
        if card.facts.count(extra) is None:
            width = card.full if extra.cap is None else extra.cap
            found.append(_Open(name=extra.name, width=width))
    found += [
        _Open(name=veto.name, width=card.full)
        for veto in card.ruleset.vetoes
        if card.facts.holds(veto) is None
    ]
    for index, limit in undecided.items():
        if index not in tied:
            found.append(_Open(name="、".join(_names(limit)), width=card.full, limits=(index,)))
    return found


def _names(limit: Limit) -> tuple[str, ...]:
    return () if limit.condition is None else names_in(limit.condition)
