"""A whole scorecard, explained: what was lost where, and that it adds up.

Knows no layout, and decides no points.
"""

from collections.abc import Iterable
from fractions import Fraction
from typing import Final

from attrs import frozen

from indicator_dsl.diagnostics import Finding, Severity
from indicator_dsl.explanation.figures import number_text, points_text, run_on
from indicator_dsl.explanation.lines import LineExplanation, explain_line
from indicator_dsl.scoring import LineScore, Scorecard
from indicator_dsl.wording import Text, joined, same

_GRAVEST_FIRST: Final = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
_ASKED_FIRST: Final = "reported-score-differs"


@frozen(kw_only=True)
class Subtotal:
    """A heading of the sheet with what its lines came to.

    `path` holds the headings, outermost first. `promised` is what the heading itself names, None
    when it names nothing. `earned` and `lost` are None while a line below is not scored; `low` and
    `high` bound what is earned in any case. `count` is the number of lines below.
    """

    path: tuple[str, ...]
    promised: Fraction | None
    weight: Fraction
    earned: Fraction | None
    low: Fraction
    high: Fraction
    count: int

    @property
    def lost(self) -> Fraction | None:
        """The weight less what was earned; None while that is open."""
        return None if self.earned is None else self.weight - self.earned


@frozen(kw_only=True)
class CardExplanation:
    """Why a sheet came to its total.

    `lines` stand in sheet order; `deductions` are those that lost points, the largest loss first;
    `unscored` those without points. `subtotals` has one for every heading, in sheet order.
    `lost_in_rounding` is what rounding the total took beyond the lines' own losses (below 0 when it
    gave); 0 where each line is rounded, None while the total is open. `findings` begin with the
    gravest. `notes` are the ruleset's remarks, each with its indicator's name.
    """

    card: Scorecard
    sentence: Text
    lines: tuple[LineExplanation, ...]
    deductions: tuple[LineExplanation, ...]
    unscored: tuple[LineExplanation, ...]
    subtotals: tuple[Subtotal, ...]
    lost_in_rounding: Fraction | None
    findings: tuple[Finding, ...]
    assumptions: tuple[Text, ...]
    notes: tuple[Text, ...]

    @property
    def sections(self) -> tuple[Subtotal, ...]:
        """The subtotals of the outermost headings."""
        return tuple(subtotal for subtotal in self.subtotals if len(subtotal.path) == 1)

    def line(self, name: str) -> LineExplanation | None:
        """The explanation of that indicator's line, or None."""
        return next((told for told in self.lines if told.line.indicator.name == name), None)


def explain_card(card: Scorecard) -> CardExplanation:
    """The explanation of a whole scorecard.

    Example:
        >>> from indicator_dsl.compiler import compile_ruleset
        >>> from indicator_dsl.diagnostics import Collector
        >>> from indicator_dsl.model import Actuals, Entry
        >>> from indicator_dsl.scoring import evaluate
        >>> from indicator_dsl.source import SourceText
        >>> text = SourceText("a.ind", "年办件量 >= 200000 件 weight 20")
        >>> ruleset = compile_ruleset(text, Collector())
        >>> card = evaluate(ruleset, Actuals(entries=(Entry(name="年办件量", cell="180000件"),)))
        >>> print(explain_card(card).sentence)
        18.00 of 20; 2.00 lost on 1 of 1 line
    """
    lines = tuple(explain_line(line, card.ruleset, card.figures) for line in card.lines)
    deductions = [told for told in lines if told.line.lost]
    return CardExplanation(
        card=card,
        sentence=_sentence(card),
        lines=lines,
        deductions=tuple(sorted(deductions, key=_points_lost, reverse=True)),
        unscored=tuple(told for told in lines if told.line.earned is None),
        subtotals=_subtotals(card),
        lost_in_rounding=_lost_in_rounding(card),
        findings=tuple(sorted(card.findings, key=_gravity)),
        assumptions=tuple(dict.fromkeys(card.assumptions)),
        notes=tuple(
            Text(f"{line.indicator.name}: {note}", f"{line.indicator.name}：{note}")
            for line in card.lines
            for note in line.indicator.notes
        ),
    )


def _points_lost(told: LineExplanation) -> Fraction:
    return told.line.lost or Fraction(0)


def _gravity(finding: Finding) -> tuple[int, bool]:
    return _GRAVEST_FIRST[finding.severity], finding.name != _ASKED_FIRST


def _lost_in_rounding(card: Scorecard) -> Fraction | None:
    if card.total is None:
        return None
    return sum((line.earned or Fraction(0) for line in card.lines), Fraction(0)) - card.total


def _subtotals(card: Scorecard) -> tuple[Subtotal, ...]:
    promised = {section.path: section.points for section in card.ruleset.sections}
    paths = dict.fromkeys(
        line.indicator.section[:depth]
        for line in card.lines
        for depth in range(1, len(line.indicator.section) + 1)
    )
    return tuple(
        _subtotal(path, promised.get(path), tuple(_below(path, card.lines))) for path in paths
    )


def _below(path: tuple[str, ...], lines: Iterable[LineScore]) -> Iterable[LineScore]:
    return (line for line in lines if line.indicator.section[: len(path)] == path)


def _subtotal(
    path: tuple[str, ...], promised: Fraction | None, lines: tuple[LineScore, ...]
) -> Subtotal:
    earned = [line.earned for line in lines if line.earned is not None]
    return Subtotal(
        path=path,
        promised=promised,
        weight=sum((line.indicator.weight for line in lines), Fraction(0)),
        earned=sum(earned, Fraction(0)) if len(earned) == len(lines) else None,
        low=sum((line.low for line in lines), Fraction(0)),
        high=sum((line.high for line in lines), Fraction(0)),
        count=len(lines),
    )


def _sentence(card: Scorecard) -> Text:
    return _open_total(card) if card.total is None else _settled_total(card, card.total)


def _settled_total(card: Scorecard, total: Fraction) -> Text:
    rounding = card.ruleset.rounding
    shown, full = points_text(total, rounding), number_text(card.full)
    grade = Text(f", grade {card.grade}", f"，等级{card.grade}") if card.grade else Text("", "")
    losing = sum(1 for line in card.lines if line.lost)
    if not losing:
        return Text(f"{shown} of {full}{grade.en}", f"总分 {shown}（满分 {full}）{grade.zh}")
    lost, count = points_text(card.full - total, rounding), len(card.lines)
    return Text(
        f"{shown} of {full}{grade.en}; {lost} lost on {losing} of {count} "
        f"{'line' if count == 1 else 'lines'}",
        f"总分 {shown}（满分 {full}）{grade.zh}；{count} 项指标中 {losing} 项扣分，共扣 {lost} 分",
    )


def _open_total(card: Scorecard) -> Text:
    rounding = card.ruleset.rounding
    low, high = points_text(card.low, rounding), points_text(card.high, rounding)
    full = number_text(card.full)
    names = joined(
        [same(line.indicator.name) for line in card.lines if line.earned is None], en=", ", zh="、"
    )
    grades = Text("", "")
    if card.grades:
        still = joined([same(grade) for grade in card.grades], en=", ", zh="、")
        grades = Text(f"; grades still possible: {still.en}", f"；可能的等级：{still.zh}")
        if len(card.grades) == 1:
            grades = Text(f"; grade {still.en} in any case", f"；等级已可确定为{still.zh}")
    return Text(
        f"between {low} and {high} of {full}: no points yet for {names.en}{grades.en}",
        run_on(f"总分在 {low} 至 {high} 之间（满分 {full}）：", names.zh, f"尚无得分{grades.zh}"),
    )
