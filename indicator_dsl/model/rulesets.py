"""A whole score sheet as one frozen value. Knows no text, no file and no score."""

from fractions import Fraction

from attrs import field, frozen

from indicator_dsl.model.expressions import Condition, Expression
from indicator_dsl.model.indicators import Indicator
from indicator_dsl.quantities import Unit, UnitTable
from indicator_dsl.source import NOWHERE, Place
from indicator_dsl.wording import Text


def _place() -> Place:
    return field(default=NOWHERE, eq=False, repr=False)


@frozen(kw_only=True)
class Rounding:
    """Half-up to `places` decimals, line by line (`each`) or once at the total."""

    places: int = 2
    each: bool = True
    is_assumed: bool = False
    place: Place = _place()


@frozen(kw_only=True)
class Grade:
    """A grade and the total it begins at, included."""

    label: str
    points: Fraction


@frozen(kw_only=True)
class Grades:
    """Grades from the best down, and the one for everything below; no total is without a grade."""

    bands: tuple[Grade, ...]
    otherwise: str

    def grade_of(self, total: Fraction) -> str:
        """The grade of a total.

        Example:
            >>> grades = Grades(bands=(Grade(label="优", points=Fraction(90)),), otherwise="差")
            >>> grades.grade_of(Fraction(90))
            '优'
        """
        reached = (grade.label for grade in self.bands if total >= grade.points)
        return next(reached, self.otherwise)

    def between(self, low: Fraction, high: Fraction) -> tuple[str, ...]:
        """Every grade a total from `low` to `high` can have, the best first."""
        labels = [grade.label for grade in self.bands] + [self.otherwise]
        return tuple(
            labels[labels.index(self.grade_of(high)) : labels.index(self.grade_of(low)) + 1]
        )


@frozen(kw_only=True)
class Section:
    """A heading of the form; `points` is what it promises, None when it names none.

    `inner` is the sum its lines are scored out of before they are scaled to `points`; None when
    they are not scaled.
    """

    path: tuple[str, ...]
    points: Fraction | None = None
    inner: Fraction | None = None
    place: Place = _place()


@frozen(kw_only=True)
class Input:
    """A raw figure, not scored, and the unit it is counted in."""

    name: str
    unit: Unit
    place: Place = _place()


@frozen(kw_only=True)
class Derived:
    """A figure worked out from others; `unit` is the one its value comes out in."""

    name: str
    value: Expression
    unit: Unit
    place: Place = _place()


@frozen(kw_only=True)
class Check:
    """A condition that should hold, and what to say when it does not."""

    condition: Condition
    message: str
    place: Place = _place()


@frozen(kw_only=True)
class Limit:
    """The total is at most `points` when the condition holds; None: always."""

    points: Fraction
    condition: Condition | None = None
    place: Place = _place()


@frozen(kw_only=True)
class Veto:
    """What a fact that is true does: a ceiling for the grade or for the total, the other is None.

    `missing_is_zero` says that nothing handed in means it is not true.
    """

    name: str
    grade: str | None = None
    points: Fraction | None = None
    missing_is_zero: bool = False
    place: Place = _place()


@frozen(kw_only=True)
class Extra:
    """Points outside the weights: `each` for every one counted, added or taken, at most `cap`.

    `missing_is_zero` says that nothing handed in means none.
    """

    name: str
    is_bonus: bool
    each: Fraction
    cap: Fraction | None = None
    missing_is_zero: bool = False
    place: Place = _place()


@frozen(kw_only=True)
class Example:
    """A test the ruleset carries: what a cell should earn on a line."""

    name: str
    cell: str
    points: Fraction
    place: Place = _place()


@frozen(kw_only=True)
class Ruleset:
    """A score sheet: everything that is needed to score actuals, and nothing else.

    `derived` stands in an order in which each can be worked out from those before it.
    `total` is what the weights should add up to; `year` is None when none is named.
    `sha256` is of the text it was made from, and takes no part in comparing.
    """

    title: str = ""
    year: int | None = None
    total: Fraction
    rounding: Rounding
    grades: Grades | None = None
    units: UnitTable
    sections: tuple[Section, ...] = ()
    inputs: tuple[Input, ...] = ()
    derived: tuple[Derived, ...] = ()
    indicators: tuple[Indicator, ...]
    checks: tuple[Check, ...] = ()
    limits: tuple[Limit, ...] = ()
    vetoes: tuple[Veto, ...] = ()
    extras: tuple[Extra, ...] = ()
    examples: tuple[Example, ...] = ()
    assumptions: tuple[Text, ...] = ()
    sha256: str = field(default="", eq=False)

    def indicator(self, name: str) -> Indicator | None:
        """The indicator with that name, or None."""
        return next((rule for rule in self.indicators if rule.name == name), None)


@frozen
class CardShares:
    """What one point of a line is worth on the whole card, by the headings above the line.

    Not 1 where a heading around the line is scored out of a sum of its own.
    """

    _scaled: dict[tuple[str, ...], Fraction]

    @classmethod
    def of(cls, sections: tuple[Section, ...]) -> "CardShares":
        """The shares that some headings give.

        Example:
            >>> half = Section(path=("效益",), points=Fraction(50), inner=Fraction(100))
            >>> CardShares.of((half,)).under(("效益", "社会效益"))
            Fraction(1, 2)
        """
        scaled: dict[tuple[str, ...], Fraction] = {}
        for section in sections:
            if section.inner and section.points is not None:
                by = section.points / section.inner
                scaled[section.path] = scaled.get(section.path, Fraction(1)) * by
        return cls(scaled)

    def under(self, path: tuple[str, ...]) -> Fraction:
        """The share under some headings, outermost first."""
        share = Fraction(1)
        for depth in range(len(path) + 1) if self._scaled else ():
            by = self._scaled.get(path[:depth])
            share = share if by is None else share * by
        return share

    def weight(self, indicator: Indicator) -> Fraction:
        """What a rule weighs on the whole card."""
        if not self._scaled:
            return indicator.weight
        return indicator.weight * self.under(indicator.section)
