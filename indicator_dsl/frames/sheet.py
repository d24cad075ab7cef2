"""A whole ruleset as stages of terms: what each working column is made of, and what comes out.

Knows no engine, and not how a plan is made.
"""

from collections.abc import Mapping
from enum import Enum
from typing import Final

from attrs import frozen

from indicator_dsl.frames.lines import Scored
from indicator_dsl.frames.overall import Overall
from indicator_dsl.frames.ratios import ALWAYS
from indicator_dsl.frames.sources import Reading
from indicator_dsl.frames.terms import INT64_END, Named, Whole, Words
from indicator_dsl.model import Checklist, Measured, Ruleset

WORK: Final = "__ind"  # begins the name of a working column
Stage = tuple[tuple[str, Whole], ...]


class Way(Enum):
    """How a line is worked out on the rows that are not set apart."""

    NARROW = "int64"
    WIDE = "int128"
    TABLE = "table"
    PARTLY = "partly row by row"
    APART = "row by row"


@frozen(kw_only=True)
class Plan:
    """How a frame becomes scores: cells read, then stages of working columns, then what comes out.

    A row for which the working column `apart` is 1 is scored the exact way, from its cells in all
    `columns` that the ruleset can make use of.
    """

    ruleset: Ruleset
    columns: tuple[str, ...]
    readings: tuple[Reading, ...]
    stages: tuple[Stage, ...]
    lines: tuple[Scored, ...]
    overall: Overall
    grade: Words
    apart: Named

    @property
    def read_as(self) -> tuple[tuple[str, str], ...]:
        """The columns that are read, and what they hold."""
        return tuple(dict.fromkeys((r.column.name, r.column.kind.value) for r in self.readings))

    @property
    def ways(self) -> tuple[tuple[str, Way], ...]:
        """Each line by its name, and how it is worked out."""
        terms = {name: term for stage in self.stages for name, term in stage}
        return tuple((line.rule.name, _way(line, terms)) for line in self.lines)


def _way(line: Scored, terms: Mapping[str, Whole]) -> Way:
    if line.apart == ALWAYS:
        return Way.APART
    if not isinstance(line.rule.measure, Measured):
        return Way.TABLE
    if line.is_partly:
        return Way.PARTLY
    found = line.earned
    held = terms.get(found.name, found) if isinstance(found, Named) else found
    return Way.NARROW if held.reach < INT64_END else Way.WIDE


def item_column(rule: str, item: str) -> str:
    """The column that answers one item of a checklist.

    Example:
        >>> item_column("管理制度", "制度健全")
        '管理制度:制度健全'
    """
    return f"{rule}:{item}"


def names_of(ruleset: Ruleset) -> tuple[str, ...]:
    """Every column a ruleset can make use of.

    Example:
        >>> from indicator_dsl.compiler import compile_ruleset
        >>> from indicator_dsl.diagnostics import Collector
        >>> from indicator_dsl.source import SourceText
        >>> text = SourceText("a.ind", "满意度 >= 95 % weight 10")
        >>> names_of(compile_ruleset(text, Collector()))
        ('满意度',)
    """
    found = [figure.name for figure in ruleset.inputs]
    for rule in ruleset.indicators:
        found.append(rule.name)
        if isinstance(rule.measure, Checklist):
            found += [item_column(rule.name, item.name) for item in rule.measure.items]
    found += [extra.name for extra in ruleset.extras] + [veto.name for veto in ruleset.vetoes]
    return tuple(dict.fromkeys(found))


def state_column(target: str) -> str:
    """The column that says how a cell was read: as a value, as nothing, or not here.

    Example:
        >>> state_column("__1")
        '__1s'
    """
    return f"{target}s"
