"""Rules as a user holds them: a whole sheet's, or one by itself. Calculates nothing."""

from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

from attrs import Factory, field, frozen

from indicator_dsl import checks, explanation, frames, records, rendering
from indicator_dsl.api.cards import Scorecard
from indicator_dsl.api.changes import RulesetDiff
from indicator_dsl.api.lines import Line
from indicator_dsl.diagnostics import Diagnostic
from indicator_dsl.model import (
    Actuals,
    Indicator as IndicatorModel,
    Ruleset as RulesetModel,
    Scale,
)
from indicator_dsl.quantities import text_from_number
from indicator_dsl.scoring import evaluate
from indicator_dsl.wording import Lang

if TYPE_CHECKING:
    from indicator_dsl.records import Recorder, Scorer

if TYPE_CHECKING:
    from indicator_dsl.rendering import CurveView, RulesetView, RuleView

FrameT = TypeVar("FrameT")


@frozen(repr=False)
class Ruleset:
    """A score sheet's rules; `diagnostics` holds the warnings and notes its text gave.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> ruleset = parse_ruleset("年办件量 >= 200000 件 weight 20")
        >>> ruleset
        Ruleset(1 indicator)
        >>> ruleset.evaluate({"年办件量": 180_000}).total
        Decimal('18.00')
    """

    model: RulesetModel
    diagnostics: tuple[Diagnostic, ...] = ()
    _records: "Recorder" = field(
        default=Factory(lambda self: records.Recorder(self.model), takes_self=True),
        init=False,
        eq=False,
    )

    @property
    def title(self) -> str:
        """The title; empty when the text names none."""
        return self.model.title

    @property
    def year(self) -> int | None:
        """The year; None when the text names none."""
        return self.model.year

    @property
    def total(self) -> Fraction:
        """The points of a full score."""
        return self.model.total

    @property
    def indicators(self) -> tuple["Indicator", ...]:
        """Every rule, in the order of the sheet."""
        return tuple(Indicator(rule, self.model) for rule in self.model.indicators)

    def evaluate(self, actuals: Actuals | Mapping[str, object]) -> Scorecard:
        """The scorecard for actuals; whatever they hold, it does not raise.

        Args:
            actuals: From `load_actuals`, or names with values: int, Decimal, Fraction, bool, None
                (missing) or the text of a form's
                cell; a float is read as 15 significant digits, then 9 decimals. A bare number has
                the target's unit.
        """
        return Scorecard(self._records.card(actuals))

    def points(self, actuals: Actuals | Mapping[str, object]) -> tuple[int | None, ...]:
        """Each line's points and then the total, as whole numbers, and nothing else.

        Args:
            actuals: As `evaluate` takes them.

        Returns:
            Steps of the last place kept: hundredths of a point under `round 2`. None for what is
            not scored.

        Example:
            >>> from indicator_dsl import parse_ruleset
            >>> parse_ruleset("年办件量 >= 200000 件 weight 20").points({"年办件量": "180000件"})
            (1800, 1800)
        """
        return self._records.points(actuals)

    def scorer(self, decimals: Mapping[str, int] | None = None) -> "Scorer":
        """The rules as one Python function over whole numbers, for programs that score many.

        Args:
            decimals: By name, in how many decimals its numbers are counted, 0 to 9; 0 when absent:
                with 2, the number 9995 of a figure in per cent is 99.95 %.

        Returns:
            `points`, a function of the figures in the order of `figures`, that gives what
            `Ruleset.points` gives: numbers are `int`, labels text, days `date`. Whatever else it is
            handed goes the exact way. `text` is its Python.

        Raises:
            ValueError: when `decimals` has a name that is no figure, or a number out of range.

        Example:
            >>> from indicator_dsl import parse_ruleset
            >>> scorer = parse_ruleset("满意度 >= 95 % weight 10").scorer({"满意度": 2})
            >>> [figure.name for figure in scorer.figures], scorer.points(9128)
            (['满意度'], (961, 961))
        """
        return records.scorer_of(self.model, decimals or {})

    def evaluate_frame(
        self, frame: FrameT, *, whole_numbers: bool = False, connection: object = None
    ) -> FrameT:
        """The frame with the scores of its rows beside it: `evaluate` for many sheets at once.

        Args:
            frame: One row a sheet, a column named as each indicator, input, bonus, penalty or
                veto; `NAME:ITEM` for an item of a checklist. A frame of polars (a lazy one stays
                lazy), pandas or pyarrow, or a relation of DuckDB.
            whole_numbers: Points as whole numbers of the last place instead of decimals.
            connection: Where a relation of DuckDB lives; absent, the default connection.

        Returns:
            The same library's frame with `earned:NAME`, `lost:NAME` and `reason:NAME` for each
            indicator, `total`, `grade`, `total_low`, `total_high`, and `row_by_row`: whether the
            row was scored one by one because a cell did not fit whole numbers.

        Raises:
            FrameError: when the frame, or a column of it, cannot be scored.

        Example:
            >>> import polars as pl
            >>> from indicator_dsl import parse_ruleset
            >>> ruleset = parse_ruleset("年办件量 >= 200000 件 weight 20")
            >>> scored = ruleset.evaluate_frame(pl.DataFrame({"年办件量": [180_000, 250_000]}))
            >>> scored["total"].to_list()
            [Decimal('18.00'), Decimal('20.00')]
        """
        return frames.evaluate_frame(
            self.model, frame, whole_numbers=whole_numbers, connection=connection
        )

    def check(self) -> tuple[Diagnostic, ...]:
        """What a careful reader would ask about the sheet itself: warnings and notes, by position.

        A rule's `allow IND6nn "why"` silences a check. `diagnostics` holds what compiling said.

        Example:
            >>> from indicator_dsl import parse_ruleset
            >>> sheet = parse_ruleset("投诉次数 >= 3 次 weight 10")
            >>> [found.name for found in sheet.check()]
            ['direction-suspect']
        """
        return checks.check_sheet(self.model)

    def diff(self, new: "Ruleset") -> RulesetDiff:
        """What differs in meaning in `new`; layout, comments, order and spelling are no change."""
        return RulesetDiff(explanation.compare_rulesets(self.model, new.model))

    def view(self, lang: Lang = "en") -> "RulesetView":
        """The rules for a rich console."""
        return rendering.RulesetView(self.model, lang)

    def __rich__(self) -> "RulesetView":
        return self.view()

    def __str__(self) -> str:
        return f"{self.title or 'ruleset'} · {self._count()}"

    def __repr__(self) -> str:
        named = [repr(self.title)] if self.title else []
        dated = [] if self.year is None else [str(self.year)]
        return f"Ruleset({', '.join([*named, *dated, self._count()])})"

    def _repr_html_(self) -> str:
        return rendering.ruleset_html(self.model)

    def _count(self) -> str:
        count = len(self.model.indicators)
        return f"{count} indicator" if count == 1 else f"{count} indicators"


@frozen(repr=False)
class Indicator:
    """One rule by itself.

    Example:
        >>> from indicator_dsl import indicator
        >>> rule = indicator("年办件量 >= 200000 件 weight 20")
        >>> rule
        Indicator('年办件量 >= 200000 件 weight 20')
        >>> str(rule), rule.weight
        ('年办件量 >= 200000 件 weight 20', Fraction(20, 1))
    """

    model: IndicatorModel
    _ruleset: RulesetModel

    @property
    def name(self) -> str:
        """The indicator's name."""
        return self.model.name

    @property
    def target(self) -> str:
        """The target as canonical text, `>= 200000 件`, or the name of its scale."""
        return str(self.model.target)

    @property
    def weight(self) -> Fraction:
        """The points that can be earned."""
        return self.model.weight

    def evaluate(self, actual: object) -> Line:
        """The line for an actual value; whatever it is, it does not raise."""
        card = evaluate(self._alone(), records.actuals_from({self.name: actual}))
        return Line(card.lines[0], card.ruleset, card)

    def explain(self, actual: object, lang: Lang = "en") -> str:
        """The explanation of what an actual value earns, in plain text, its last line not ended."""
        return self.evaluate(actual).explain(lang)

    def view(self, lang: Lang = "en") -> "RuleView":
        """The rule for a rich console."""
        return rendering.RuleView(self.model, lang)

    def curve(self, lang: Lang = "en") -> "CurveView | None":
        """The scoring curve with its target, for a rich console; None where there is none."""
        picture = rendering.picture_of(self.model)
        return None if picture is None else rendering.CurveView(picture, lang)

    def __rich__(self) -> "RuleView":
        return self.view()

    def __str__(self) -> str:
        return self.model.place.text or self._row()

    def __repr__(self) -> str:
        return f"Indicator({self._row()!r})"

    def _repr_html_(self) -> str:
        return rendering.rule_html(self.model)

    def _row(self) -> str:
        """The row of the form: name, target and weight, without the clauses."""
        operator = "is " if isinstance(self.model.target, Scale) else ""
        return f"{self.name} {operator}{self.target} weight {text_from_number(self.weight)}"

    def _alone(self) -> RulesetModel:
        return RulesetModel(
            total=self.model.weight,
            rounding=self._ruleset.rounding,
            units=self._ruleset.units,
            indicators=(self.model,),
        )
