"""How a sheet answers to small changes, as a user holds it. Finds nothing itself."""

from fractions import Fraction
from typing import TYPE_CHECKING

from attrs import frozen

from indicator_dsl import rendering
from indicator_dsl.api.asking import NoSuchIndicator
from indicator_dsl.api.telling import Answer
from indicator_dsl.wording import Lang, name_from_text

if TYPE_CHECKING:
    from indicator_dsl.explanation import Margin, Sensitivity as SensitivityModel
    from indicator_dsl.rendering import Outline


@frozen(repr=False)
class Sensitivity(Answer):
    """What one unit of each actual is worth, before rounding, and where each line turns next.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> ruleset = parse_ruleset("年办件量 >= 200 件 weight 20")
        >>> told = ruleset.evaluate({"年办件量": "180件"}).sensitivity()
        >>> told.more("年办件量"), told.less("年办件量")
        (Fraction(1, 10), Fraction(-1, 10))
    """

    model: "SensitivityModel"

    @property
    def lines(self) -> "tuple[Margin, ...]":
        """Every line at its margin, in the order of the sheet."""
        return self.model.margins

    def line(self, name: str) -> "Margin":
        """The margin of that indicator.

        Raises:
            NoSuchIndicator: a KeyError, when the ruleset has no such indicator.
        """
        wanted = name_from_text(name)
        for margin in self.model.margins:
            if margin.line.indicator.name == wanted:
                return margin
        raise NoSuchIndicator(name, [each.line.indicator.name for each in self.model.margins])

    def more(self, name: str) -> Fraction | None:
        """The points one unit more of an actual brings; None where that is not measured."""
        side = self.line(name).up
        return None if side is None else side.per_unit

    def less(self, name: str) -> Fraction | None:
        """The points one unit less of an actual brings; None where that is not measured."""
        side = self.line(name).down
        return None if side is None else side.per_unit

    def to_dict(self, lang: Lang = "en") -> dict[str, object]:
        """What was found as JSON-ready data."""
        return rendering.sensitivity_to_dict(self.model, lang)

    def outline(self, lang: Lang = "en") -> "Outline":
        """The answer as plain parts, before any layout."""
        return rendering.sensitivity_outline(self.model, lang)

    def __repr__(self) -> str:
        count = len(self.model.margins)
        return f"Sensitivity({count} {'line' if count == 1 else 'lines'})"
