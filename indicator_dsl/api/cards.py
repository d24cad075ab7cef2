"""A scored sheet as a user holds it. Calculates nothing."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import frozen

from indicator_dsl import explanation, rendering
from indicator_dsl.api import asking
from indicator_dsl.api.changes import ScorecardDiff
from indicator_dsl.api.lines import Line, quick_lines
from indicator_dsl.api.margins import Sensitivity
from indicator_dsl.api.reaching import Attainment
from indicator_dsl.api.telling import Answer
from indicator_dsl.diagnostics import Finding
from indicator_dsl.quantities import decimal_from_number, text_from_number
from indicator_dsl.scoring import Scorecard as ScorecardModel
from indicator_dsl.wording import Lang, name_from_text

if TYPE_CHECKING:
    from indicator_dsl.explanation import WhatIf as WhatIfModel
    from indicator_dsl.records import Quick
    from indicator_dsl.rendering import ChartView, ExplanationView, Outline, ScorecardView


@frozen(repr=False, eq=False)
class Scorecard:
    """A scored sheet; what takes long to work out is worked out when it is asked for.

    Example:
        >>> from indicator_dsl import load_ruleset
        >>> card = load_ruleset("chaoyang-window-2024").evaluate({"年办件量": "332344件"})
        >>> card.total is None, card.bounds
        (True, (Decimal('20.00'), Decimal('100.00')))
        >>> card
        Scorecard(20.00..100.00 of 100, 优 or 良 or 中 or 差)
    """

    _held: "ScorecardModel | Quick"

    @property
    def model(self) -> ScorecardModel:
        """The card with every step kept."""
        held = self._held
        return held if isinstance(held, ScorecardModel) else held.model

    @property
    def total(self) -> Decimal | None:
        """The total, rounded; None while some line is not scored."""
        held = self._held
        if not isinstance(held, ScorecardModel):
            return held.total
        return None if held.total is None else self._points(held.total)

    @property
    def bounds(self) -> tuple[Decimal, Decimal]:
        """The least and the most the total can still be.

        Both are the total once every line is scored.
        """
        return self._points(self.model.low), self._points(self.model.high)

    @property
    def grade(self) -> str | None:
        """The grade; None while several are possible, and when the ruleset has none."""
        return self._held.grade

    @property
    def grades(self) -> tuple[str, ...]:
        """The grades still possible, the best first."""
        return self.model.grades

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every line, in the order of the sheet."""
        held = self._held
        if not isinstance(held, ScorecardModel):
            return quick_lines(held)
        return tuple(Line(line, held.ruleset, held) for line in held.lines)

    def line(self, name: str) -> Line:
        """The line of that indicator.

        Raises:
            NoSuchIndicator: a KeyError, when the ruleset has no such indicator.
        """
        found = self.model.line(name_from_text(name))
        if found is None:
            raise asking.NoSuchIndicator(
                name, [rule.name for rule in self.model.ruleset.indicators]
            )
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
            NoSuchIndicator: a KeyError, when the ruleset has no such indicator.
        """
        if indicator is not None:
            return self.line(indicator).explain(lang)
        return rendering.explanation_text(explanation.explain_card(self.model), lang).rstrip("\n")

    def in_words(self, lang: Lang = "en") -> str:
        """The card in one paragraph, for a reader who knows neither the rules nor the terms."""
        return explanation.paragraph_of(explanation.explain_card(self.model)).in_lang(lang)

    def diff(self, new: "Scorecard") -> ScorecardDiff:
        """How much more `new` has, and how much of that came from performance, targets and so on.

        The cards may be of different rulesets.
        """
        return ScorecardDiff(explanation.compare_cards(self.model, new.model))

    def what_if(self, values: Mapping[str, object]) -> "WhatIf":
        """What the sheet would have come to with other values.

        Args:
            values: Names with values, as `Ruleset.evaluate` takes them: indicators, inputs,
                bonuses, penalties, vetoes; a checklist's item as `"NAME/ITEM"`, or a mapping of
                some or all of its items. Everything else stays as it was handed in.

        Raises:
            ActualsError: for a name the ruleset does not have (IND809), or works out (IND851).

        Example:
            >>> from indicator_dsl import parse_ruleset
            >>> ruleset = parse_ruleset("年办件量 >= 200000 件 weight 20")
            >>> card = ruleset.evaluate({"年办件量": "180000件"})
            >>> card.what_if({"年办件量": "190000件"}).after.total
            Decimal('19.00')
        """
        changes = asking.suppositions_or_error(self.model.ruleset, values)
        return WhatIf(explanation.what_if(self.model.ruleset, self.model.actuals, changes))

    def reach(
        self, goal: str | float | Decimal | Fraction, costs: Mapping[str, object] | None = None
    ) -> Attainment:
        """What would have reached a total or a grade: single changes, or the smallest set.

        Args:
            goal: Points, or one of the ruleset's grades.
            costs: By indicator or input, what its whole way to full marks costs beside the others:
                1 unless named, `"never"` or None for what cannot be changed.

        Raises:
            ActualsError: for a goal or a cost that cannot be read, and for an unknown name.

        Example:
            >>> from indicator_dsl import parse_ruleset
            >>> ruleset = parse_ruleset("年办件量 >= 200000 件 weight 20")
            >>> card = ruleset.evaluate({"年办件量": "180000件"})
            >>> card.reach(19).alone[0].values
            {'年办件量': '189950 件'}
        """
        rules = self.model.ruleset
        return Attainment(
            explanation.reach(rules, self.model.actuals, *asking.goal_or_error(rules, goal, costs))
        )

    def sensitivity(self) -> Sensitivity:
        """What one unit more or less of each actual is worth, and where each line turns next."""
        return Sensitivity(explanation.sensitivity(self.model.ruleset, self.model.actuals))

    def to_dict(self, lang: Lang = "en") -> dict[str, object]:
        """The card as JSON-ready data; numbers are decimal strings, texts are in `lang`."""
        return rendering.card_to_dict(self.model, lang)

    def explanation_to_dict(self, lang: Lang = "en") -> dict[str, object]:
        """Every step and sentence as JSON-ready data; numbers are strings, texts are in `lang`."""
        return rendering.explanation_to_dict(explanation.explain_card(self.model), lang)

    def to_html(self, lang: Lang = "en") -> str:
        """The report: one HTML page that needs nothing else, to read, print and keep."""
        return rendering.report_html(explanation.explain_card(self.model), lang)

    def to_log(self) -> str:
        """The card for a log, one fact a line, `kind key=value …`; every line is ended."""
        return rendering.card_log(self.model)

    def to_markdown(self, lang: Lang = "en") -> str:
        """The card as a Markdown document, its last line ended."""
        return rendering.card_markdown(explanation.explain_card(self.model), lang)

    def to_text(self, lang: Lang = "en") -> str:
        """The card in plain text, 80 columns wide."""
        return rendering.card_text(explanation.explain_card(self.model), lang).rstrip("\n")

    def view(self, lang: Lang = "en") -> "ScorecardView":
        """The card for a rich console."""
        return rendering.ScorecardView(explanation.explain_card(self.model), lang)

    def chart(self, lang: Lang = "en") -> "ChartView":
        """Bars for a rich console: a section and a line each, and the way down to the total."""
        return rendering.ChartView(explanation.explain_card(self.model), lang)

    def explanation(self, lang: Lang = "en") -> "ExplanationView":
        """The explanation for a rich console."""
        return rendering.ExplanationView(explanation.explain_card(self.model), lang)

    def __rich__(self) -> "ScorecardView":
        return self.view()

    def __str__(self) -> str:
        return self.to_text()

    def __repr__(self) -> str:
        low, high = self.bounds
        points = f"{low}..{high}" if self.total is None else str(self.total)
        grades = f", {' or '.join(self.grades)}" if self.grades else ""
        return f"Scorecard({points} of {text_from_number(self.model.full)}{grades})"

    def _repr_html_(self) -> str:
        return rendering.card_html(explanation.explain_card(self.model), "en")

    def __eq__(self, other: object) -> bool:
        return self.model == other.model if isinstance(other, Scorecard) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.model)

    def _points(self, points: Fraction) -> Decimal:
        return decimal_from_number(points, self.model.ruleset.rounding.places)


@frozen(repr=False)
class WhatIf(Answer):
    """What other values would have given; `before` and `after` are whole cards.

    Example:
        >>> from indicator_dsl import indicator, parse_ruleset
        >>> ruleset = parse_ruleset("年办件量 >= 200000 件 weight 20")
        >>> ruleset.evaluate({"年办件量": 180_000}).what_if({"年办件量": 190_000})
        WhatIf(18.00 -> 19.00 of 20)
    """

    model: "WhatIfModel"

    @property
    def before(self) -> Scorecard:
        """The card as it was handed in."""
        return Scorecard(self.model.before.card)

    @property
    def after(self) -> Scorecard:
        """The card with the other values; it can be asked the same again."""
        return Scorecard(self.model.after.card)

    @property
    def gained(self) -> Decimal | None:
        """The points gained, below 0 for a loss; None while either total is open."""
        before, after = self.before.total, self.after.total
        return None if before is None or after is None else after - before

    @property
    def lines(self) -> tuple[tuple[Line, Line], ...]:
        """Every line before and after, in the order of the sheet."""
        return tuple(zip(self.before.lines, self.after.lines, strict=True))

    def to_dict(self, lang: Lang = "en") -> dict[str, object]:
        """The comparison as JSON-ready data; numbers are decimal strings."""
        return rendering.what_if_to_dict(self.model, lang)

    def outline(self, lang: Lang = "en") -> "Outline":
        """The answer as plain parts, before any layout."""
        return rendering.what_if_outline(self.model, lang)

    def __repr__(self) -> str:
        before, after = self.model.before.card, self.model.after.card
        full = text_from_number(before.full)
        return (
            f"WhatIf({explanation.total_text(before)} -> {explanation.total_text(after)} of {full})"
        )
