"""One rule.

A name, what it asks for, what it weighs and how it is scored. Knows no ruleset around it.
"""

from enum import Enum
from fractions import Fraction

from attrs import field, frozen

from indicator_dsl.curves import Curve
from indicator_dsl.model.targets import Bound, Range, Scale
from indicator_dsl.source import NOWHERE, Place
from indicator_dsl.wording import Text


class Method(Enum):
    """How a missed target is paid; the value is the English keyword."""

    PASS = "pass"  # noqa: S105 - a method, no password
    RATIO = "ratio"
    INVERSE = "inverse"
    EXCESS = "excess"


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

    `is_inherited` says that the method came from a `default` statement; `is_builtin`, that the
    language gave it (`>=` by ratio).
    """

    target: Bound | Range
    method: Method
    curve: Curve
    is_inherited: bool = False
    is_builtin: bool = False


@frozen(kw_only=True)
class Judged:
    """A target on a scale: the level reached gives its share of the weight."""

    scale: Scale


@frozen(kw_only=True)
class MustExplain:
    """A duty: at or above this share of the target (1.3 for 130 %) the office must say why."""

    share: Fraction


@frozen(kw_only=True)
class Indicator:
    """One line of the score sheet.

    `weight` is in points, above 0. `section` holds the headings above the line, outermost first.
    """

    name: str
    section: tuple[str, ...] = ()
    measure: Measured | Judged
    weight: Fraction
    duties: tuple[MustExplain, ...] = ()
    citations: tuple[Citation, ...] = ()
    notes: tuple[str, ...] = ()
    assumptions: tuple[Text, ...] = ()
    place: Place = field(default=NOWHERE, eq=False, repr=False)

    @property
    def target(self) -> Bound | Range | Scale:
        """What the line asks for."""
        return self.measure.scale if isinstance(self.measure, Judged) else self.measure.target
