"""What the cells of a form were taken to mean, and on what ground.

Holds the answers only; how they are found stands beside it.
"""

from enum import Enum

from attrs import field, frozen

from indicator_dsl.diagnostics import Diagnostic
from indicator_dsl.model import Actuals, Form, FormCell, FormRow, Indicator, Ruleset
from indicator_dsl.wording import Text


class TargetKind(Enum):
    """What a target cell asks for."""

    FIGURE = "figure"  # an amount with or without a unit: >= 200000 件
    RANGE = "range"  # between two amounts
    DAY = "day"  # a day or the last day of a period
    SCALE = "scale"  # the levels of a scale are written as the target: 优良中低差
    WORDS = "words"  # a quality in words without a scale: 合规, 效果明显
    NONE = "none"  # empty
    NOT_APPLICABLE = "not-applicable"  # /, 无, —
    UNKNOWN = "unknown"  # kept as written, not understood


class ActualKind(Enum):
    """What an actual cell says."""

    FIGURE = "figure"
    DAY = "day"
    LEVEL = "level"  # a level of the scale in use: 优, 达成预期指标
    CLAIM = "claim"  # it says that it was (or was not yet) done, and gives no value: 已完成, 建设中
    WORDS = "words"  # other words for a target in words: a copy of the target, or a description
    MISSING = "missing"
    NOT_APPLICABLE = "not-applicable"
    UNKNOWN = "unknown"


class Ground(Enum):
    """Where the direction of a target comes from."""

    COLUMN = "column"  # its own column: ≥
    GLUED = "glued"  # glued to the value: ≥50个
    WORDS = "words"  # words of the cell: 不少于, 至少, …以上, …底前
    NAME = "name"  # assumed from the indicator's name by the word list
    ASSUMED = "assumed"  # assumed without any sign in the row
    NONE = "none"  # the target has no direction (scales, words)


@frozen(kw_only=True)
class RowReading:
    """One row of a form as a rule and an actual.

    `indicator` is the name as written, trimmed. `name` is the rule's name in the ruleset: the same,
    made unique and free of what the language cannot hold; empty when the row has no rule.
    `rule` is the rule as one line of the language (without section and clauses below it), and
    `actual` the value as the actuals file states it (`332344件`, `missing`, `n/a`); both are empty
    when not understood. `assumed` lists what was assumed to get there; `puzzles` why the row is not
    understood, empty when it is. `model` is the compiled rule, None when there is none; a rule
    without points is compiled as if it had one. `is_scored` says that the row stands in the
    ruleset: a row without points, or with those of the rows below it, does not.
    """

    row: FormRow
    indicator: str
    name: str = ""
    rule: str = ""
    actual: str = ""
    target_kind: TargetKind = TargetKind.UNKNOWN
    actual_kind: ActualKind = ActualKind.UNKNOWN
    ground: Ground = Ground.NONE
    assumed: tuple[Text, ...] = ()
    puzzles: tuple[Text, ...] = ()
    model: Indicator | None = None
    is_scored: bool = False

    @property
    def is_understood(self) -> bool:
        """Whether rule and actual both have a typed meaning."""
        return not self.puzzles


@frozen(kw_only=True)
class Transcript:
    """A form as a ruleset and actuals, with everything assumed on the way.

    `ruleset_text` and `actuals_text` are what `import` writes; `ruleset` is the compiled text, None
    when nothing of the form could be scored. `diagnostics` are those of compiling: never errors of
    the office. `unread` are cells that hold something which found no place in either text.
    """

    form: Form
    profile: str
    rows: tuple[RowReading, ...]
    ruleset_text: str = field(repr=False)
    actuals_text: str = field(repr=False)
    ruleset: Ruleset | None = field(repr=False)
    actuals: Actuals = field(repr=False)
    assumptions: tuple[Text, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    unread: tuple[FormCell, ...] = ()

    @property
    def understood(self) -> int:
        """How many rows are understood."""
        return sum(row.is_understood for row in self.rows)
