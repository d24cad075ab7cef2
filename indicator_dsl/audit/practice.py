"""How an office rounds its points, as its own form tells. Decides no points."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Final

from attrs import frozen

from indicator_dsl.audit.audited import Practice
from indicator_dsl.audit.printed import places_needed, places_of, rounded
from indicator_dsl.wording import Text

_PLACES: Final = 2  # of the usual profiles, where a form does not tell


@frozen(kw_only=True)
class Told:
    """A line's exact points beside those printed, as text and as a number."""

    exact: Fraction | None
    reported: Fraction
    weight: Fraction
    written: str


def practice_of(told: Sequence[Told]) -> Practice:
    """The rounding that explains most of the lines which lost points.

    Only a line that earned a part of its weight, and was given a part, tells anything. Where none
    is explained by the decimals the form prints, nothing is known.

    Example:
        >>> told = Told(
        ...     exact=Fraction("1.897"), reported=Fraction("1.8"), weight=Fraction(2), written="1.8"
        ... )
        >>> practice_of([told])
        Practice(places=1, is_cut=True, is_assumed=False)
    """
    telling = [
        (each.exact, each.reported)
        for each in told
        if each.exact is not None
        and 0 < each.exact < each.weight
        and 0 < each.reported < each.weight
    ]
    printed = max((places_of(each.written) for each in told), default=0)
    needed = max((places_needed(each.reported) for each in told), default=0)
    tried = [(p, is_cut) for p in dict.fromkeys((printed, needed)) for is_cut in (False, True)]
    counts = {(p, is_cut): _explained(telling, p, is_cut=is_cut) for p, is_cut in tried}
    places, is_cut = max(tried, key=lambda each: counts[each])
    if not counts[places, is_cut]:
        return Practice(places=max(printed, _PLACES))
    if not places and 2 * counts[places, is_cut] < len(telling):  # no more than chance
        return Practice(places=_PLACES)
    return Practice(places=places, is_cut=is_cut, is_assumed=False)


def _explained(telling: Iterable[tuple[Fraction, Fraction]], places: int, *, is_cut: bool) -> int:
    return sum(rounded(exact, places, is_cut=is_cut) == given for exact, given in telling)


def agrees(practice: Practice, exact: Fraction, reported: Fraction, written: str) -> bool:
    """Whether the printed points are the exact ones as this office rounds.

    A score printed with decimals of its own is also held to those, and none is wrong that the
    usual two places give.

    Example:
        >>> whole = Practice(places=0, is_assumed=False)
        >>> agrees(whole, Fraction("9.73"), Fraction(10), "10")
        True
        >>> agrees(Practice(places=2), Fraction("9.73"), Fraction(10), "10")
        False
    """
    own = places_of(written)
    ways = {(practice.places, practice.is_cut), (_PLACES, False)}
    if own:
        ways.add((own, practice.is_cut))
    return any(rounded(exact, places, is_cut=is_cut) == reported for places, is_cut in ways)


def practice_text(practice: Practice) -> Text:
    """The practice in one sentence.

    Example:
        >>> str(practice_text(Practice(places=1, is_cut=True, is_assumed=False)))
        'This form cuts its points off after 1 decimal place, as its own lines show.'
    """
    places = f"{practice.places} decimal place" + ("" if practice.places == 1 else "s")
    if practice.is_assumed:
        return Text(
            f"No line tells how the office rounds: half-up to {places} is assumed.",
            f"表中看不出如何取舍：假定四舍五入，保留 {practice.places} 位。",
        )
    if practice.is_cut:
        return Text(
            f"This form cuts its points off after {places}, as its own lines show.",
            f"本表得分保留 {practice.places} 位，其余舍去（由各行得分推断）。",
        )
    return Text(
        f"This form rounds its points half-up to {places}, as its own lines show.",
        f"本表得分四舍五入保留 {practice.places} 位（由各行得分推断）。",
    )
