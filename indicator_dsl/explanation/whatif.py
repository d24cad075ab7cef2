"""A sheet scored again with other values: the old card, the new one, and the way between them.

Both cards are whole evaluations; nothing is scored here.
"""

from collections.abc import Iterable
from fractions import Fraction
from typing import Final

from attrs import frozen

from indicator_dsl import codes
from indicator_dsl.diagnostics import Finding
from indicator_dsl.explanation.adjustments import AdjustmentExplanation, signed
from indicator_dsl.explanation.cards import CardExplanation, explain_card
from indicator_dsl.explanation.figures import number_text, points_text
from indicator_dsl.explanation.lines import LineExplanation
from indicator_dsl.explanation.suppositions import Supposition, changed, value_before
from indicator_dsl.model import Actuals, Ruleset
from indicator_dsl.scoring import Scorecard, evaluate
from indicator_dsl.wording import Text, joined, same

_OF_WHAT_WAS_REPORTED: Final = (
    codes.REPORTED_SCORE_DIFFERS.code,
    codes.REPORTED_TOTAL_DIFFERS.code,
)


@frozen(kw_only=True)
class ChangeMade:
    """A change with what stood there before, empty when nothing did."""

    change: Supposition
    before: str


@frozen(kw_only=True)
class LineShift:
    """One line before and after. `gained` is below 0 for a loss, None while either is open."""

    before: LineExplanation
    after: LineExplanation

    @property
    def name(self) -> str:
        """The indicator's name."""
        return self.before.line.indicator.name

    @property
    def low(self) -> Fraction:
        """What the least it can earn rose by."""
        return self.after.line.low - self.before.line.low

    @property
    def high(self) -> Fraction:
        """What the most it can earn rose by."""
        return self.after.line.high - self.before.line.high

    @property
    def gained(self) -> Fraction | None:
        """The points gained."""
        is_open = not (self.before.line.is_settled and self.after.line.is_settled)
        return None if is_open else self.low

    @property
    def is_moved(self) -> bool:
        """Whether anything a reader of the line sees is another."""
        old, new = self.before.line, self.after.line
        return (old.observed, old.marks, old.low, old.high, old.status) != (
            new.observed,
            new.marks,
            new.low,
            new.high,
            new.status,
        )


@frozen(kw_only=True)
class AdjustmentShift:
    """One step between the lines and the total; None on the side where it was not needed."""

    before: AdjustmentExplanation | None
    after: AdjustmentExplanation | None

    @property
    def told(self) -> AdjustmentExplanation:
        """The step as it is told: the new one where there is one."""
        found = self.after or self.before
        assert found is not None  # noqa: S101 - one of the two is always there
        return found

    @property
    def low(self) -> Fraction:
        """What the least it adds rose by."""
        return _low(self.after) - _low(self.before)

    @property
    def high(self) -> Fraction:
        """What the most it adds rose by."""
        return _high(self.after) - _high(self.before)


@frozen(kw_only=True)
class WhatIf:
    """What other values would have given.

    `lines` has every line, in sheet order, `adjustments` every step between them and the total on
    either card: their `low` add up to what the least total rose by, and their `high` to what the
    most did. `findings` are those of the new card that the old one has not, without those on what
    the office reported: that was reported of the old values.
    """

    before: CardExplanation
    after: CardExplanation
    changes: tuple[ChangeMade, ...]
    lines: tuple[LineShift, ...]
    adjustments: tuple[AdjustmentShift, ...]
    findings: tuple[Finding, ...]
    sentence: Text

    @property
    def low(self) -> Fraction:
        """What the least total rose by."""
        return self.after.card.low - self.before.card.low

    @property
    def high(self) -> Fraction:
        """What the most total rose by."""
        return self.after.card.high - self.before.card.high

    @property
    def moved(self) -> tuple[LineShift, ...]:
        """The lines that are another now."""
        return tuple(line for line in self.lines if line.is_moved)


def what_if(ruleset: Ruleset, actuals: Actuals, changes: Iterable[Supposition]) -> WhatIf:
    """What the sheet would have come to with these changes.

    Args:
        ruleset: The rules.
        actuals: As handed in.
        changes: From `changes_from`; of two for one name the later holds.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> from indicator_dsl.model import Entry
        >>> rules = parse_ruleset("年办件量 >= 200000 件 weight 20").model
        >>> given = Actuals(entries=(Entry(name="年办件量", cell="180000件"),))
        >>> print(what_if(rules, given, [Supposition(name="年办件量", cell="190000件")]).sentence)
        total 18.00 → 19.00 (+1.00) of 20
    """
    wanted = tuple(changes)
    before = explain_card(evaluate(ruleset, actuals))
    after = explain_card(evaluate(ruleset, changed(actuals, wanted)))
    return WhatIf(
        before=before,
        after=after,
        changes=tuple(
            ChangeMade(change=change, before=value_before(actuals, change)) for change in wanted
        ),
        lines=tuple(
            LineShift(before=old, after=new)
            for old, new in zip(before.lines, after.lines, strict=True)
        ),
        adjustments=_paired(before.adjustments, after.adjustments),
        findings=tuple(
            each
            for each in after.findings
            if each not in before.findings and each.code not in _OF_WHAT_WAS_REPORTED
        ),
        sentence=_sentence(before.card, after.card),
    )


def _low(told: AdjustmentExplanation | None) -> Fraction:
    return Fraction(0) if told is None else told.adjustment.low


def _high(told: AdjustmentExplanation | None) -> Fraction:
    return Fraction(0) if told is None else told.adjustment.high


def _paired(
    before: tuple[AdjustmentExplanation, ...], after: tuple[AdjustmentExplanation, ...]
) -> tuple[AdjustmentShift, ...]:
    """The steps of both cards, the same statement's side by side, in the new card's order."""
    left = list(before)
    pairs: list[AdjustmentShift] = []
    for new in after:
        old = next((each for each in left if _key(each) == _key(new)), None)
        if old is not None:
            left.remove(old)
        pairs.append(AdjustmentShift(before=old, after=new))
    return tuple(pairs + [AdjustmentShift(before=old, after=None) for old in left])


def _key(told: AdjustmentExplanation) -> tuple[object, ...]:
    step = told.adjustment
    return (step.kind, step.name, step.source, told.section)


def _sentence(before: Scorecard, after: Scorecard) -> Text:
    rounding = before.ruleset.rounding
    old, new = total_text(before), total_text(after)
    grown = ""
    if before.total is not None and after.total is not None:
        grown = f" ({signed(after.total - before.total, rounding)})"
    full = number_text(before.full)
    parts = [
        Text(
            f"total {old} → {new}{grown} of {full}",
            f"总分 {old} → {new}{grown.replace(' (', '（').replace(')', '）')}，满分 {full}",
        )
    ]
    if before.ruleset.grades is not None:
        first, last = possible_grades_text(before), possible_grades_text(after)
        if first == last:
            parts.append(Text(f"grade {first.en} as before", f"等级仍为{first.zh}"))
        else:
            parts.append(Text(f"grade {first.en} → {last.en}", f"等级 {first.zh} → {last.zh}"))
    return joined(parts, en="; ", zh="；")


def total_text(card: Scorecard) -> str:
    """The total, or its bounds while it is open.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> total_text(parse_ruleset("年办件量 >= 9 件 weight 20").evaluate({}).model)
        '0.00..20.00'
    """
    rounding = card.ruleset.rounding
    low, high = points_text(card.low, rounding), points_text(card.high, rounding)
    return low if card.total is not None else f"{low}..{high}"


def possible_grades_text(card: Scorecard) -> Text:
    """The grade, or those still possible."""
    return joined([same(grade) for grade in card.grades], en=" or ", zh="或")
