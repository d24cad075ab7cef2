"""What an evaluation found, with every step kept.

Says nothing in words beyond its findings; telling it is the explanation room's.
"""

from enum import Enum
from fractions import Fraction

from attrs import field, frozen

from indicator_dsl.diagnostics import Finding
from indicator_dsl.model import Actuals, Extra, Indicator, Limit, Ruleset, Veto
from indicator_dsl.quantities import CalendarDay, Quantity
from indicator_dsl.scoring.facts import Facts
from indicator_dsl.values import Value
from indicator_dsl.wording import Text


class Status(Enum):
    """Whether a line could be scored, and if not, why."""

    SCORED = "scored"
    MISSING = "missing"
    NOT_APPLICABLE = "not-applicable"
    INVALID = "invalid"


@frozen(kw_only=True, eq=False, repr=False)
class Step(Value):
    """One clause applied.

    Its label, the reason it stands for, and the points after it, not rounded.
    """

    clause: str
    reason: str
    points: Fraction


@frozen(kw_only=True, eq=False, repr=False)
class LineScore(Value):
    """One line of a scorecard.

    Points are exact. `earned` is rounded as the ruleset says (not at all under `round … total`);
    it is None unless the line is scored.
    `exact` is before rounding. `low` and `high` bound what the line can still earn; both equal
    `earned` when it is scored.
    `observed` is the figure (in the target's unit where it could be converted) or the label held
    against the target; None when there is none.
    `share` is the actual as a share of a target above 0 (1.66 for 166 %), None where that has no
    meaning.
    `marks` are a checklist's answers in order, None where one is missing. `is_dropped` says that
    the line does not apply and its points went elsewhere.
    `reason` is one word of the closed list in docs/language.md; `why_unscored` is said only of
    lines not scored.
    """

    indicator: Indicator
    status: Status
    observed: Quantity | CalendarDay | str | None = None
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
    marks: tuple[bool | None, ...] = ()
    is_dropped: bool = False

    @property
    def lost(self) -> Fraction | None:
        """The weight less what was earned; None unless the line is scored."""
        return None if self.earned is None else self.indicator.weight - self.earned

    @property
    def is_settled(self) -> bool:
        """Whether nothing about the line can still change the total."""
        return self.earned is not None or self.is_dropped

    @property
    def is_rounded_to_full(self) -> bool:
        """Whether the target was missed by so little that the points round to the full weight."""
        return (
            self.is_met is False
            and self.earned == self.indicator.weight
            and self.exact != self.earned
        )


class Kind(Enum):
    """What moves the total besides the lines."""

    SCALED = "scaled"
    REWEIGHTED = "reweighted"
    BONUS = "bonus"
    PENALTY = "penalty"
    FLOOR = "floor"
    LIMIT = "limit"
    VETO = "veto"
    ROUNDING = "rounding"


@frozen(kw_only=True, eq=False, repr=False)
class Adjustment(Value):
    """Points added to (or taken from) the sum of the lines, and by what.

    `name` is the bonus, penalty or veto, or the section that is scaled; empty for the whole card.
    `low` and `high` bound the points; they are equal once everything it rests on is known.
    `weight` is what the full score gains by it: scaled lines weigh more or less than they say.
    `source` is the statement that asks for it, None for a section and for rounding. `count` is how
    many of a bonus or penalty there were, None when that is unknown or has no meaning.
    """

    kind: Kind
    name: str = ""
    low: Fraction
    high: Fraction
    weight: Fraction = Fraction(0)
    source: Extra | Limit | Veto | None = None
    count: Fraction | None = None


@frozen(kw_only=True, eq=False, repr=False)
class Figure(Value):
    """A figure of the sheet that is not scored itself.

    An input, or one worked out; None when it is unknown.
    """

    name: str
    quantity: Quantity | None
    is_derived: bool = False
    why_unknown: Text | None = None


@frozen(kw_only=True, eq=False, repr=False)
class Scorecard(Value):
    """A scored sheet.

    `total` is rounded as the ruleset says and None while some line is not scored; `low` and
    `high` then bound it.
    `full` is the sum of the weights on the card. `adjustments` moved the total besides the lines.
    `facts` is what was known besides the lines. `actuals` is what was handed in; it takes no part
    in comparing.
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
    adjustments: tuple[Adjustment, ...] = ()
    facts: Facts = field(factory=Facts, repr=False)
    findings: tuple[Finding, ...] = ()
    assumptions: tuple[Text, ...] = ()
    reported_total: Fraction | None = None
    full: Fraction
    actuals: Actuals = field(factory=Actuals, eq=False, repr=False)

    def line(self, name: str) -> LineScore | None:
        """The line of that indicator, or None."""
        return next((line for line in self.lines if line.indicator.name == name), None)
