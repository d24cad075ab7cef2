"""What an audit of one form found, as data. How it is found stands beside it."""

from enum import Enum
from fractions import Fraction

from attrs import field, frozen

from indicator_dsl.diagnostics import Finding
from indicator_dsl.model import Form, FormCell
from indicator_dsl.scoring import LineScore, Scorecard
from indicator_dsl.transcription import RowReading, Transcript, is_whole
from indicator_dsl.wording import Text


class Confidence(Enum):
    """How sure a finding is: high rests on written cells only, low on what was assumed."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@frozen(kw_only=True)
class AuditFinding:
    """A finding on a form: what it says, how sure it is, and what it rests on.

    `cells` are those it rests on, the one to look at first; `arithmetic` is the sum with its
    numbers, None where nothing was worked out. What to ask the office is `finding.ask`.
    """

    finding: Finding
    confidence: Confidence
    cells: tuple[FormCell, ...]
    arithmetic: Text | None = None

    @property
    def name(self) -> str:
        """The kebab-case name: `unmet-but-full`."""
        return self.finding.name

    @property
    def indicator(self) -> str:
        """The row's name as the form writes it; empty when the whole form is meant."""
        return self.finding.indicator


@frozen(kw_only=True)
class Practice:
    """How the office rounds its points, as inferred from the form.

    `places` is how many decimals its scores have at most; `is_cut` says that it cuts off instead of
    rounding half-up. `is_assumed` says that no row tells, and half-up was taken.
    """

    places: int
    is_cut: bool = False
    is_assumed: bool = True


@frozen(kw_only=True)
class AuditedRow:
    """One row: what it was read as, what it should have scored, and what was reported.

    `line` is the scorecard's, None when the row is not scored. `reported` is None when no points
    are printed or they cannot be read. `earned` is exact as the profile rounds, None while open.
    """

    reading: RowReading
    line: LineScore | None = None
    weight: Fraction | None = None
    reported: Fraction | None = None

    @property
    def earned(self) -> Fraction | None:
        """The recomputed points; None while the line is open or not scored."""
        return None if self.line is None else self.line.earned


@frozen(kw_only=True)
class Audit:
    """An audited form.

    `card` is None when nothing of the form could be scored. `score_reported` is the printed total,
    else None. `score_computed` is None while lines are open; `low` and `high` then bound it, and
    are None only without a card. `findings` stand worst first.
    """

    form: Form
    transcript: Transcript = field(repr=False)
    card: Scorecard | None = field(repr=False)
    rows: tuple[AuditedRow, ...] = field(repr=False)
    practice: Practice
    score_reported: Fraction | None
    score_computed: Fraction | None
    low: Fraction | None
    high: Fraction | None
    findings: tuple[AuditFinding, ...]
    assumptions: tuple[Text, ...]

    @property
    def is_whole(self) -> bool:
        """Whether all points of the form stand on the card; else its totals cannot be compared."""
        full = None if self.card is None else self.card.full
        return is_whole(self.form, (row.reading for row in self.rows), full)

    @property
    def excess(self) -> Fraction | None:
        """How much more was reported than the rules give; None where that cannot be compared."""
        if self.score_reported is None or self.score_computed is None or not self.is_whole:
            return None
        return self.score_reported - self.score_computed

    @property
    def beyond(self) -> Fraction:
        """How far what was reported lies above all that the rules may give; negative: below it.

        0 where it lies within, and where that cannot be compared.
        """
        if self.excess is not None:
            return self.excess
        reported, low, high = self.score_reported, self.low, self.high
        if reported is None or low is None or high is None or not self.is_whole:
            return Fraction(0)
        return max(reported - high, Fraction(0)) + min(reported - low, Fraction(0))
