"""One rule.

A name, what it asks for, what it weighs and how it is scored. Knows no ruleset around it.
"""

from collections.abc import Callable
from enum import Enum
from fractions import Fraction
from functools import cached_property

from attrs import evolve, field, frozen

from indicator_dsl.curves import Curve
from indicator_dsl.model.expressions import Condition
from indicator_dsl.model.schemes import Guards, Method, Scheme
from indicator_dsl.model.targets import Bound, Range, Scale
from indicator_dsl.source import NOWHERE, Place, SourceText
from indicator_dsl.wording import Text


@frozen(kw_only=True)
class Citation:
    """A document and the article in it; the article is empty when none is named."""

    document: str
    article: str = ""

    def __str__(self) -> str:
        return f"{self.document} {self.article}".strip()


@frozen(kw_only=True)
class Measured:
    """A target in figures, its method, and the curve from an actual in base units to points.

    The curve follows from all the rest; it is drawn when it is asked for, and takes no part in
    comparing. `is_inherited` says that the method came from a `default` statement; `is_builtin`,
    that the language gave it (`>=` by ratio).
    """

    target: Bound | Range
    method: Method
    draw: Callable[[], Curve] = field(eq=False, repr=False)
    scheme: Scheme | None = None
    guards: Guards = Guards()
    is_inherited: bool = False
    is_builtin: bool = False

    @cached_property
    def curve(self) -> Curve:
        """The points, not rounded, for every actual in base units."""
        return self.draw()


@frozen(kw_only=True)
class Judged:
    """A target on a scale: the level reached gives its share of the weight."""

    scale: Scale


@frozen(kw_only=True)
class Item:
    """One item of a checklist and the points it gives when met."""

    name: str
    points: Fraction


@frozen(kw_only=True)
class Checklist:
    """A target of items, each met or not; their points add up to the weight."""

    items: tuple[Item, ...]

    def __str__(self) -> str:
        return f"{len(self.items)} points"


class Treatment(Enum):
    """What a line that does not apply scores; the value is the English keyword."""

    FULL = "full"
    ZERO = "zero"
    DROP = "drop"
    MOVE = "move to"


@frozen(kw_only=True)
class NotApplicableRule:
    """What happens to a line that does not apply; `section` receives its points under `MOVE`."""

    treatment: Treatment
    section: tuple[str, ...] = ()


@frozen(kw_only=True)
class Allowed:
    """A static check silenced for this line, and why."""

    code: str
    why: str
    place: Place = field(default=NOWHERE, eq=False, repr=False)


@frozen(kw_only=True)
class Marks:
    """Where the parts of a rule stand; `NOWHERE` for a part that is not written.

    `weight` is the number; `method` is the whole `by` clause.
    """

    name: Place = NOWHERE
    target: Place = NOWHERE
    weight: Place = NOWHERE
    method: Place = NOWHERE

    def moved(self, source: SourceText, by: int) -> "Marks":
        """The same marks in another state of the text, so many characters further on."""
        marks = (self.name, self.target, self.weight, self.method)
        name, target, weight, method = (
            mark if mark is NOWHERE else mark.moved(source, by) for mark in marks
        )
        return Marks(name=name, target=target, weight=weight, method=method)


@frozen(kw_only=True)
class MustExplain:
    """A duty: at or above this share of the target (1.3 for 130 %) the office must say why."""

    share: Fraction


@frozen(kw_only=True)
class Indicator:
    """One line of the score sheet.

    `weight` is in points, above 0. `section` holds the headings above the line, outermost first.
    `not_applicable` is None when the ruleset does not say; `when` is None when the line always
    applies.
    """

    name: str
    section: tuple[str, ...] = ()
    measure: Measured | Judged | Checklist
    weight: Fraction
    missing_is_zero: bool = False
    not_applicable: NotApplicableRule | None = None
    when: Condition | None = None
    allowed: tuple[Allowed, ...] = ()
    duties: tuple[MustExplain, ...] = ()
    citations: tuple[Citation, ...] = ()
    notes: tuple[str, ...] = ()
    assumptions: tuple[Text, ...] = ()
    place: Place = field(default=NOWHERE, eq=False, repr=False)
    marks: Marks = field(default=Marks(), eq=False, repr=False)

    def moved(self, source: SourceText, by: int) -> "Indicator":
        """The same rule in another state of its text, so many characters further on."""
        if source is self.place.source and not by:
            return self
        return evolve(
            self,
            place=self.place.moved(source, by),
            marks=self.marks.moved(source, by),
            allowed=tuple(
                evolve(each, place=each.place.moved(source, by)) for each in self.allowed
            ),
        )

    @property
    def target(self) -> Bound | Range | Scale | Checklist:
        """What the line asks for."""
        match self.measure:
            case Judged():
                return self.measure.scale
            case Checklist():
                return self.measure
            case Measured():
                return self.measure.target
