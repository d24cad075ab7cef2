"""What an evaluation found, with every step kept.

Says nothing in words beyond its findings; telling it is the explanation room's.
"""

from enum import Enum
from fractions import Fraction

from attrs import frozen

from indicator_dsl.diagnostics import Finding
from indicator_dsl.model import Indicator, Ruleset
from indicator_dsl.quantities import Quantity
from indicator_dsl.wording import Text


class Status(Enum):
    """Whether a line could be scored, and if not, why."""

    SCORED = "scored"
    MISSING = "missing"
    NOT_APPLICABLE = "not-applicable"
    INVALID = "invalid"


@frozen(kw_only=True)
class Step:
    """One clause applied.

    Its label, the reason it stands for, and the points after it, not rounded.
    """

    clause: str
    reason: str
    points: Fraction


@frozen(kw_only=True)
class LineScore:
    """One line of a scorecard.

    Points are exact. `earned` is rounded as the ruleset says (not at all under `round … total`);
    it is None unless the line is scored.
    `exact` is before rounding. `low` and `high` bound what the line can still earn; both equal
    `earned` when it is scored.
    `observed` is the figure (in the target's unit where it could be converted) or the label held
    against the target; None when there is none.
    `share` is the actual as a share of a target above 0 (1.66 for 166 %), None where that has no
    meaning.
    `reason` is one word of the closed list in docs/language.md; `why_unscored` is said only of
    lines not scored.
    """

    indicator: Indicator
    status: Status
    observed: Quantity | str | None = None
    written: str = ""
    is_met: bool | None = None
    share: Fraction | None = None
    steps: tuple[Step, ...] = ()
    exact: Fraction | None = None
    earned: Fraction | None = None
    low: Fraction
    high: Fraction
    reason: str
    reported: Fraction | None = None
    excuse: str = ""
    why_unscored: Text | None = None

    @property
    def lost(self) -> Fraction | None:
        """The weight less what was earned; None unless the line is scored."""
        return None if self.earned is None else self.indicator.weight - self.earned

    @property
    def is_rounded_to_full(self) -> bool:
        """Whether the target was missed by so little that the points round to the full weight."""
        return (
            self.is_met is False
            and self.earned == self.indicator.weight
            and self.exact != self.earned
        )


@frozen(kw_only=True)
class Figure:
    """A figure of the sheet that is not scored itself.

    An input, or one worked out; None when it is unknown.
    """

    name: str
    quantity: Quantity | None
    is_derived: bool = False
    why_unknown: Text | None = None


@frozen(kw_only=True)
class Scorecard:
    """A scored sheet.

    `total` is rounded as the ruleset says and None while some line is not scored; `low` and
    `high` then bound it.
    `grade` is None while undecided and when the ruleset has no grades; `grades` holds those still
    possible, the best first.
    """

    ruleset: Ruleset
    lines: tuple[LineScore, ...]
    figures: tuple[Figure, ...] = ()
    total: Fraction | None
    low: Fraction
    high: Fraction
    grade: str | None = None
    grades: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    assumptions: tuple[Text, ...] = ()
    reported_total: Fraction | None = None

    @property
    def full(self) -> Fraction:
        """The points that can be earned: the sum of the weights."""
        return sum((line.indicator.weight for line in self.lines), Fraction(0))

    def line(self, name: str) -> LineScore | None:
        """The line of that indicator, or None."""
        return next((line for line in self.lines if line.indicator.name == name), None)
