"""Questions to a card as a user writes them; what cannot be read is raised with all diagnostics.

Answers none of them.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from indicator_dsl import codes, explanation, rendering
from indicator_dsl.diagnostics import ActualsError, Collector
from indicator_dsl.model import Ruleset
from indicator_dsl.wording import Text

_MOST_NAMED: Final = 5


class NoSuchIndicator(KeyError):
    """A name that no indicator of the ruleset has; its text names those near, else the first."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(name)
        names = tuple(known)
        near = explanation.did_you_mean(name, names)
        self.diagnostic = codes.NO_SUCH_INDICATOR.of_file(
            name, nearest=near if near.en else _listed(names)
        )

    def __str__(self) -> str:
        return rendering.visible(self.diagnostic.sentence())


def _listed(names: tuple[str, ...]) -> Text:
    """What indicators there are, as many as a sentence holds."""
    more = len(names) - _MOST_NAMED
    first = names[:_MOST_NAMED]
    return Text("; it has {en}{more_en}", "；有{zh}{more_zh}").filled(
        en=", ".join(first),
        zh="、".join(first),
        more_en=f" and {more} more" if more > 0 else "",
        more_zh=f"等 {len(names)} 项" if more > 0 else "",
    )


if TYPE_CHECKING:
    from indicator_dsl.explanation import Goal, Supposition


def suppositions_or_error(
    rules: Ruleset, values: Mapping[str, object]
) -> "tuple[Supposition, ...]":
    """The values to suppose.

    Raises:
        ActualsError: for names that cannot be changed.
        TypeError: when it is no mapping.
    """
    if not isinstance(values, Mapping):
        message = f"values are a mapping of names to values, not {type(values).__name__}"
        raise TypeError(message)
    collector = Collector()
    found = explanation.changes_from(rules, values.items(), collector)
    if collector.has_errors:
        raise ActualsError(collector.sorted())
    return found


def goal_or_error(
    rules: Ruleset,
    goal: str | float | Decimal | Fraction,
    costs: Mapping[str, object] | None,
) -> "tuple[Goal, dict[str, Fraction | None]]":
    """What is to be reached, and what changes cost.

    Raises:
        ActualsError: for a goal or a cost that cannot be read, and for unknown names.
    """
    collector = Collector()
    wanted = explanation.goal_from(rules, goal, collector)
    known = explanation.costs_from(rules, (costs or {}).items(), collector)
    if wanted is None or collector.has_errors:
        raise ActualsError(collector.sorted())
    return wanted, known
