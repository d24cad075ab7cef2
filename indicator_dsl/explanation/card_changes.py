"""The change from one card to another, and what it is made of. Decides no points.

The parts add up to the change exactly; while a card is open they add up to its bounds.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Final

from attrs import frozen

from indicator_dsl.explanation.card_pairs import CardPair, card_pair
from indicator_dsl.explanation.decomposition import Group, LineShares, Share, line_shares
from indicator_dsl.explanation.hybrids import (
    Factor,
    points_on_card,
    share_of_card,
)
from indicator_dsl.explanation.matching import Match, matches
from indicator_dsl.scoring import Adjustment, Kind, Scorecard, factors_of, open_names

_ZERO: Final = Fraction(0)
_BY_NAME: Final = (Kind.BONUS, Kind.PENALTY, Kind.VETO)
_COUNTED: Final = (Kind.BONUS, Kind.PENALTY)
_OUTSIDE: Final = (Kind.BONUS, Kind.PENALTY, Kind.FLOOR, Kind.LIMIT, Kind.VETO)


@frozen(kw_only=True)
class SheetShare:
    """What a statement of the whole sheet gave or took on either card, and what that moved.

    `name` is the bonus, penalty or veto; empty for the others. Rounding is all the rounding there
    is, of lines, of sections and of the total; `REWEIGHTED` are points of lines that do not apply.
    """

    kind: Kind
    name: str
    before: Fraction
    after: Fraction

    @property
    def change(self) -> Fraction:
        """How many points more."""
        return self.after - self.before


@frozen(kw_only=True)
class OpenLine:
    """A line that is not settled on one of the cards, and how its points can still change.

    The points are those of the line itself, as the sheet states its weight.
    """

    match: Match
    low: Fraction
    high: Fraction

    @property
    def name(self) -> str:
        """Its name now; its old one, for a line that was removed."""
        found = self.match.after or self.match.before
        return "" if found is None else found.name


@frozen(kw_only=True)
class OpenExtra:
    """A bonus or penalty that is open on one of the cards, and how its points can still change."""

    kind: Kind
    name: str
    low: Fraction
    high: Fraction


@frozen(kw_only=True)
class CardChanges:
    """How a total changed and what that is made of.

    `low` and `high` bound the change; they are equal once both cards are settled. `lines` are
    those on both cards, `added` and `removed` those on one, the largest change first. `sheet` is
    what the statements of the whole sheet moved. While something is open, `sheet` has only the
    bonuses and penalties known on both cards, `open` lists the lines, `open_extras` the other
    bonuses and penalties, `waits_for` every name that is still asked for, facts included, and
    `rest` bounds what is left of all.
    """

    before: Scorecard
    after: Scorecard
    low: Fraction
    high: Fraction
    lines: tuple[LineShares, ...]
    added: tuple[LineShares, ...]
    removed: tuple[LineShares, ...]
    sheet: tuple[SheetShare, ...]
    open: tuple[OpenLine, ...]
    open_extras: tuple[OpenExtra, ...]
    waits_for: tuple[str, ...]

    @property
    def is_settled(self) -> bool:
        """Whether the change is known."""
        return self.before.total is not None and self.after.total is not None

    @property
    def parts(self) -> tuple[Share, ...]:
        """What every factor moved on all lines together, then what could not be told apart."""
        sums: dict[Group, Fraction] = {(factor,): _ZERO for factor in Factor}
        for line in self.lines:
            for share in line.shares:
                sums[share.factors] = sums.get(share.factors, _ZERO) + share.points
        return tuple(Share(factors, points) for factors, points in sums.items())

    @property
    def points_added(self) -> Fraction:
        """What lines that are new bring."""
        return _sum(line.change for line in self.added)

    @property
    def points_removed(self) -> Fraction:
        """What lines that are gone took with them: 0 or less, but for lines below 0."""
        return _sum(line.change for line in self.removed)

    @property
    def points_of_sheet(self) -> Fraction:
        """What the statements of the whole sheet moved."""
        return _sum(share.change for share in self.sheet)

    @property
    def rest(self) -> tuple[Fraction, Fraction]:
        """The bounds of what is left besides the settled lines; both 0 once all is settled."""
        settled = self.points_added + self.points_removed + self.points_of_sheet
        settled += _sum(share.points for share in self.parts)
        return self.low - settled, self.high - settled


def compare_cards(before: Scorecard, after: Scorecard) -> CardChanges:
    """How the total changed from one card to another, and what that is made of.

    Source:
        docs/commands.md, "diff"

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> old = parse_ruleset("年办件量 >= 100 件 weight 20").evaluate({"年办件量": "80件"}).model
        >>> new = parse_ruleset("年办件量 >= 120 件 weight 20").evaluate({"年办件量": "90件"}).model
        >>> found = compare_cards(old, new)
        >>> [(part.factors[0].value, str(part.points)) for part in found.parts if part.points]
        [('performance', '11/6'), ('targets', '-17/6')]
        >>> str(found.low)
        '-1'
    """
    pairs = matches(before.ruleset, after.ruleset)
    renamed = {
        each.before.name: each.after.name
        for each in pairs
        if each.before is not None and each.after is not None and each.is_renamed
    }
    pair = card_pair(before, after, renamed)
    told = [(match, line_shares(pair, match)) for match in pairs]
    settled = sorted((line for _, line in told if line is not None), key=_largest_first)
    is_settled = before.total is not None and after.total is not None
    waits = [] if is_settled else [*open_names(before), *open_names(after)]
    return CardChanges(
        before=before,
        after=after,
        low=after.low - before.high,
        high=after.high - before.low,
        lines=tuple(line for line in settled if line.before and line.after),
        added=tuple(line for line in settled if not line.before),
        removed=tuple(line for line in settled if not line.after),
        sheet=_sheet(before, after) if is_settled else _known_extras(before, after),
        open=tuple(_open(pair, match) for match, line in told if line is None),
        open_extras=tuple(_open_extras(before, after)),
        waits_for=tuple(dict.fromkeys(waits)),
    )


def _largest_first(line: LineShares) -> Fraction:
    return -abs(line.change)


def _open(pair: CardPair, match: Match) -> OpenLine:
    before = None if match.before is None else pair.before.line(match.before.name)
    after = None if match.after is None else pair.after.line(match.after.name)
    least, most = (_ZERO, _ZERO) if after is None else (after.low, after.high)
    low, high = (_ZERO, _ZERO) if before is None else (before.low, before.high)
    return OpenLine(match=match, low=least - high, high=most - low)


def _extras(before: Scorecard, after: Scorecard) -> Iterator[tuple[Adjustment, Adjustment]]:
    """Every bonus and penalty with what it is on either card, nothing where it is on one only."""
    old, new = (
        {(step.kind, step.name): step for step in card.adjustments if step.kind in _COUNTED}
        for card in (before, after)
    )
    for key in {**old, **new}:
        none = Adjustment(kind=key[0], name=key[1], low=_ZERO, high=_ZERO)
        yield old.get(key, none), new.get(key, none)


def _open_extras(before: Scorecard, after: Scorecard) -> Iterator[OpenExtra]:
    for old, new in _extras(before, after):
        if old.low != old.high or new.low != new.high:
            low, high = new.low - old.high, new.high - old.low
            yield OpenExtra(kind=new.kind, name=new.name, low=low, high=high)


def _known_extras(before: Scorecard, after: Scorecard) -> tuple[SheetShare, ...]:
    """Bonuses and penalties that are known on both cards; the rest moves with what is open."""
    shares = [
        SheetShare(kind=new.kind, name=new.name, before=old.low, after=new.low)
        for old, new in _extras(before, after)
        if old.low == old.high and new.low == new.high
    ]
    return tuple(sorted((share for share in shares if share.before or share.after), key=_order))


def _sheet(before: Scorecard, after: Scorecard) -> tuple[SheetShare, ...]:
    old, new = _outside(before), _outside(after)
    shares = (
        SheetShare(
            kind=kind,
            name=name,
            before=old.get((kind, name), _ZERO),
            after=new.get((kind, name), _ZERO),
        )
        for kind, name in {**old, **new}
    )
    return tuple(sorted((share for share in shares if share.before or share.after), key=_order))


def _order(share: SheetShare) -> tuple[bool, Fraction]:
    return share.kind is Kind.ROUNDING, -abs(share.change)


def _outside(card: Scorecard) -> dict[tuple[Kind, str], Fraction]:
    """All of a settled total that is no line's own: what was shared out, added, held, rounded."""
    moved: dict[tuple[Kind, str], Fraction] = {}
    factors = factors_of(card.ruleset, card.lines)
    for line in card.lines:
        own = share_of_card(line.indicator, card.ruleset)
        exact = _ZERO if line.is_dropped or line.exact is None else line.exact
        shared = exact * (factors[line.indicator.name].by - own)
        if shared:
            key = (Kind.REWEIGHTED, "")
            moved[key] = moved.get(key, _ZERO) + shared
    for step in card.adjustments:
        if step.kind in _OUTSIDE:
            key = (step.kind, step.name if step.kind in _BY_NAME else "")
            moved[key] = moved.get(key, _ZERO) + step.low
    lines = _sum(points_on_card(line, card.ruleset) for line in card.lines)
    moved[Kind.ROUNDING, ""] = card.low - lines - _sum(moved.values())
    return moved


def _sum(points: Iterable[Fraction]) -> Fraction:
    return sum(points, _ZERO)
