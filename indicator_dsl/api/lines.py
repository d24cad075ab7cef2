"""One scored line as a user holds it. Calculates nothing."""

from decimal import Decimal
from fractions import Fraction
from itertools import count, repeat
from typing import TYPE_CHECKING

from attrs import frozen

from indicator_dsl import explanation, rendering
from indicator_dsl.model import Ruleset as RulesetModel
from indicator_dsl.quantities import decimal_from_number, text_from_number
from indicator_dsl.scoring import LineScore, Scorecard as ScorecardModel, Status
from indicator_dsl.wording import Lang

if TYPE_CHECKING:
    from indicator_dsl.explanation import LineExplanation
    from indicator_dsl.records import Quick
    from indicator_dsl.rendering import CurveView, LineView


@frozen(repr=False, eq=False)
class Line:
    """One scored line.

    Points are `Decimal`, padded to the places the ruleset rounds to; `earned` and `lost` are None
    unless the line is scored.

    Example:
        >>> from indicator_dsl import indicator
        >>> line = indicator("年办件量 >= 200000 件 weight 20").evaluate("180000件")
        >>> line.earned, line.lost, line.reason
        (Decimal('18.00'), Decimal('2.00'), 'shortfall')
        >>> line
        Line('年办件量', 18.00 of 20)
    """

    model: LineScore
    _ruleset: RulesetModel
    _card: ScorecardModel | None = None

    @property
    def indicator(self) -> str:
        """The indicator's name."""
        return self.model.indicator.name

    @property
    def section(self) -> tuple[str, ...]:
        """The headings above the line, outermost first."""
        return self.model.indicator.section

    @property
    def status(self) -> str:
        """`scored`, `missing`, `not-applicable` or `invalid`."""
        return self.model.status.value

    @property
    def reason(self) -> str:
        """Why it earned what it earned: one word of the closed list in docs/language.md."""
        return self.model.reason

    @property
    def is_met(self) -> bool | None:
        """Whether the target is met; None unless the line is scored."""
        return self.model.is_met

    @property
    def weight(self) -> Decimal:
        """The points that could be earned."""
        return self._points(self.model.indicator.weight)

    @property
    def earned(self) -> Decimal | None:
        """The points earned, rounded; None unless the line is scored."""
        earned = self.model.earned
        return None if earned is None else self._points(earned)

    @property
    def lost(self) -> Decimal | None:
        """The weight less what was earned; None unless the line is scored."""
        earned = self.earned
        return None if earned is None else self.weight - earned

    @property
    def bounds(self) -> tuple[Decimal, Decimal]:
        """The least and the most the line can still earn; both are `earned` when it is scored."""
        return self._points(self.model.low), self._points(self.model.high)

    @property
    def exact(self) -> Fraction | None:
        """The points before rounding; None unless the line is scored."""
        return self.model.exact

    @property
    def reported(self) -> Fraction | None:
        """The points the office gave itself; None when it gave none."""
        return self.model.reported

    def why(self, lang: Lang = "en") -> str:
        """One sentence on why the line earned what it earned."""
        return self._explained().sentence.in_lang(lang)

    def remedy(self, lang: Lang = "en") -> str:
        """What would have earned full points.

        Empty when nothing is left to earn or nothing is known.
        """
        remedy = self._explained().remedy
        return "" if remedy is None else remedy.in_lang(lang)

    def explain(self, lang: Lang = "en") -> str:
        """The explanation in plain text.

        What was asked and done, the sum, the basis, the remedy. The last line is not ended.
        """
        return rendering.line_text(self._explained(), lang).rstrip("\n")

    def view(self, lang: Lang = "en") -> "LineView":
        """The line for a rich console."""
        return rendering.LineView(self._explained(), lang)

    def curve(self, lang: Lang = "en") -> "CurveView | None":
        """The scoring curve with target and actual, for a rich console.

        None where there is no curve: scales and checklists have none.
        """
        picture = rendering.picture_of(self.model.indicator, self._explained())
        return None if picture is None else rendering.CurveView(picture, lang)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Line):
            return NotImplemented
        return (self.model, self._ruleset, self._card) == (
            other.model,
            other._ruleset,
            other._card,
        )

    def __hash__(self) -> int:
        return hash((self.model, self._ruleset, self._card))

    def __rich__(self) -> "LineView":
        return self.view()

    def __str__(self) -> str:
        return self.explain()

    def __repr__(self) -> str:
        low, high = self.bounds
        points = f"{self.status}, {low}..{high}" if self.earned is None else str(self.earned)
        weight = text_from_number(self.model.indicator.weight)
        return f"Line({self.indicator!r}, {points} of {weight})"

    def _repr_html_(self) -> str:
        return rendering.line_html(self._explained())

    def _explained(self) -> "LineExplanation":
        figures = self._card.figures if self._card else ()
        return explanation.explain_line(self.model, self._ruleset, figures)

    def _points(self, points: Fraction) -> Decimal:
        return decimal_from_number(points, self._ruleset.rounding.places)


class QuickLine(Line):
    """A line of a card that holds whole numbers: the rest of it is worked out when asked for."""

    __slots__ = ("_of", "_place", "earned", "lost", "reason")
    __setattr__ = object.__setattr__  # a Line refuses both in Python, which takes its time
    __delattr__ = object.__delattr__
    _of: "Quick"
    _place: int
    earned: Decimal
    lost: Decimal
    reason: str

    def __init__(
        self, of: "Quick", place: int, earned: Decimal, lost: Decimal, reason: str
    ) -> None:
        self._of = of
        self._place = place
        self.earned = earned
        self.lost = lost
        self.reason = reason

    @property
    def _ruleset(self) -> RulesetModel:
        return self._of.ruleset

    @property
    def _card(self) -> ScorecardModel:
        return self._of.model

    @property
    def model(self) -> LineScore:
        """The line with every step kept."""
        return self._of.model.lines[self._place]

    @property
    def indicator(self) -> str:
        """The indicator's name."""
        return self._of.ruleset.indicators[self._place].name

    @property
    def status(self) -> str:
        """`scored`, or `not-applicable` where that is why it has its points."""
        outside = Status.NOT_APPLICABLE.value
        return outside if self.reason == outside else Status.SCORED.value

    def __reduce__(self) -> tuple[type[Line], tuple[LineScore, RulesetModel, ScorecardModel]]:
        return Line, (self.model, self._ruleset, self._card)


def quick_lines(card: "Quick") -> tuple[Line, ...]:
    """Every line of a card that holds whole numbers."""
    return tuple(map(QuickLine, repeat(card), count(), card.earned(), card.lost(), card.reasons()))
