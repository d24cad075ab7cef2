"""A scored sheet as a user holds it. Calculates nothing."""

from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from indicator_dsl.api.changes import ScorecardDiff
from indicator_dsl.api.lines import Line
from indicator_dsl.diagnostics import Finding
from indicator_dsl.explanation import compare_cards, explain_card, paragraph_of
from indicator_dsl.quantities import decimal_from_number, text_from_number
from indicator_dsl.rendering import (
    ChartView,
    ExplanationView,
    ScorecardView,
    card_html,
    card_log,
    card_markdown,
    card_text,
    card_to_dict,
    explanation_text,
    explanation_to_dict,
    report_html,
)
from indicator_dsl.scoring import Scorecard as ScorecardModel
from indicator_dsl.wording import Lang, name_from_text


@frozen(repr=False)
class Scorecard:
    """A scored sheet.

    Example:
        >>> from indicator_dsl import load_ruleset
        >>> card = load_ruleset("chaoyang-window-2024").evaluate({"年办件量": "332344件"})
        >>> card.total is None, card.bounds
        (True, (Decimal('20.00'), Decimal('100.00')))
        >>> card
        Scorecard(20.00..100.00 of 100, 优 or 良 or 中 or 差)
    """

    model: ScorecardModel

    @property
    def total(self) -> Decimal | None:
        """The total, rounded; None while some line is not scored."""
        total = self.model.total
        return None if total is None else self._points(total)

    @property
    def bounds(self) -> tuple[Decimal, Decimal]:
        """The least and the most the total can still be.

        Both are the total once every line is scored.
        """
        return self._points(self.model.low), self._points(self.model.high)

    @property
    def grade(self) -> str | None:
        """The grade; None while several are possible, and when the ruleset has none."""
        return self.model.grade

    @property
    def grades(self) -> tuple[str, ...]:
        """The grades still possible, the best first."""
        return self.model.grades

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every line, in the order of the sheet."""
        return tuple(Line(line, self.model.ruleset, self.model) for line in self.model.lines)

    def line(self, name: str) -> Line:
        """The line of that indicator.

        Raises:
            KeyError: when the ruleset has no such indicator.
        """
        found = self.model.line(name_from_text(name))
        if found is None:
            raise KeyError(name)
        return Line(found, self.model.ruleset, self.model)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What does not hold in what was handed in, worst first."""
        return self.model.findings

    def assumptions(self, lang: Lang = "en") -> tuple[str, ...]:
        """What the ruleset and the reading of the actuals had to assume."""
        return tuple(assumed.in_lang(lang) for assumed in self.model.assumptions)

    def explain(self, lang: Lang = "en", *, indicator: str | None = None) -> str:
        """Why points were lost, in plain text: the largest loss first, or one indicator.

        Like every text for `print` it does not end its last line.

        Args:
            lang: The language of the sentences.
            indicator: The one line to explain; every deduction when None.

        Raises:
            KeyError: when the ruleset has no such indicator.
        """
        if indicator is not None:
            return self.line(indicator).explain(lang)
        return explanation_text(explain_card(self.model), lang).rstrip("\n")

    def in_words(self, lang: Lang = "en") -> str:
        """The card in one paragraph, for a reader who knows neither the rules nor the terms."""
        return paragraph_of(explain_card(self.model)).in_lang(lang)

    def diff(self, new: "Scorecard") -> ScorecardDiff:
        """How much more `new` has, and how much of that came from performance, targets and so on.

        The cards may be of different rulesets.
        """
        return ScorecardDiff(compare_cards(self.model, new.model))

    def to_dict(self, lang: Lang = "en") -> dict[str, object]:
        """The card as JSON-ready data; numbers are decimal strings, texts are in `lang`."""
        return card_to_dict(self.model, lang)

    def explanation_to_dict(self, lang: Lang = "en") -> dict[str, object]:
        """Every step and sentence as JSON-ready data; numbers are strings, texts are in `lang`."""
        return explanation_to_dict(explain_card(self.model), lang)

    def to_html(self, lang: Lang = "en") -> str:
        """The report: one HTML page that needs nothing else, to read, print and keep."""
        return report_html(explain_card(self.model), lang)

    def to_log(self) -> str:
        """The card for a log, one fact a line, `kind key=value …`; every line is ended."""
        return card_log(self.model)

    def to_markdown(self, lang: Lang = "en") -> str:
        """The card as a Markdown document, its last line ended."""
        return card_markdown(explain_card(self.model), lang)

    def to_text(self, lang: Lang = "en") -> str:
        """The card in plain text, 80 columns wide."""
        return card_text(explain_card(self.model), lang).rstrip("\n")

    def view(self, lang: Lang = "en") -> ScorecardView:
        """The card for a rich console."""
        return ScorecardView(explain_card(self.model), lang)

    def chart(self, lang: Lang = "en") -> ChartView:
        """Bars for a rich console: a section and a line each, and the way down to the total."""
        return ChartView(explain_card(self.model), lang)

    def explanation(self, lang: Lang = "en") -> ExplanationView:
        """The explanation for a rich console."""
        return ExplanationView(explain_card(self.model), lang)

    def __rich__(self) -> ScorecardView:
        return self.view()

    def __str__(self) -> str:
        return self.to_text()

    def __repr__(self) -> str:
        low, high = self.bounds
        points = f"{low}..{high}" if self.total is None else str(self.total)
        grades = f", {' or '.join(self.grades)}" if self.grades else ""
        return f"Scorecard({points} of {text_from_number(self.model.full)}{grades})"

    def _repr_html_(self) -> str:
        return card_html(explain_card(self.model), "en")

    def _points(self, points: Fraction) -> Decimal:
        return decimal_from_number(points, self.model.ruleset.rounding.places)
