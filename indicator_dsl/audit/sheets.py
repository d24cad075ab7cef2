"""What does not hold in the points of the whole form: how they are spread, what they add up to."""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from indicator_dsl import codes
from indicator_dsl.audit.audited import AuditFinding, Confidence
from indicator_dsl.audit.evidence import Evidence
from indicator_dsl.audit.rows import Row, about_form
from indicator_dsl.audit.wordings import is_copy
from indicator_dsl.checks import HEAVIEST, is_one_apart, measured_twice, shared_numerator
from indicator_dsl.model import FormCell
from indicator_dsl.quantities import Quantity, text_from_number
from indicator_dsl.transcription import RATE, ActualKind, plain_text, points_of
from indicator_dsl.wording import Text, same

_FEWEST: Final = 3
_BUDGET: Final = 10  # the usual points of the execution rate, where the form does not print them
_LEVEL: Final = re.compile(
    r"(?P<name>.*?)\s*(?:\(\s*(?P<bracketed>\d+(?:\.\d+)?)\s*分?\s*\)|(?P<plain>\d+(?:\.\d+)?)\s*分)"
)
_SAYS_NOTHING: Final = (ActualKind.CLAIM, ActualKind.LEVEL, ActualKind.WORDS)
_ASK_WEIGHTS: Final = Text("which weights are right?", "哪些分值是对的？")
_NAMESAKE: Final = Text("another row of the same name", "另一行同名指标")
_THE_RATE: Final = Text("the execution rate of the budget", "预算执行率得分")


def of_sheet(evidence: Evidence) -> Iterator[AuditFinding]:
    """The form's points as a whole; sums are left alone where a part of the form may be missing."""
    rows = list(evidence.counted)
    if is_whole(evidence):
        yield from _weights(evidence, rows)
        yield from _sections(evidence, rows)
        yield from _total(evidence, rows)
    yield from _heavy(evidence, rows)
    yield from _doubles(evidence)
    yield from _nothing_told(rows)


def is_whole(evidence: Evidence) -> bool:
    """Whether the form is all there: a copy that was cut off has lost its total."""
    form = evidence.form
    return not form.is_partial and bool(form.total_weight or form.total_score)


def _weights(evidence: Evidence, rows: list[Row]) -> Iterator[AuditFinding]:
    weights = [row.weight for row in rows if row.weight is not None]
    if not weights or len(weights) < len(rows):
        return
    terms = [*weights, *([evidence.budget_weight] if evidence.budget_weight else [])]
    short = evidence.total - sum(terms)
    if short and not (evidence.budget_weight is None and short == _BUDGET):
        yield about_form(
            codes.WEIGHTS_NOT_TOTAL.finding(
                sum=text_from_number(sum(terms, Fraction(0))),
                total=text_from_number(evidence.total),
            ),
            evidence.form.total_weight,
            *(row.cells.weight for row in rows),
            ask=_ASK_WEIGHTS,
            arithmetic=_sum(terms),
        )


def _sum(terms: list[Fraction]) -> Text:
    told = " + ".join(text_from_number(term) for term in terms)
    return same(f"{told} = {text_from_number(sum(terms, Fraction(0)))}")


def _sections(evidence: Evidence, rows: list[Row]) -> Iterator[AuditFinding]:
    """Levels with points of their own, in their cell or on a row of their own."""
    for level in ("level1", "level2"):
        groups: dict[str, list[Row]] = {}
        for row in rows:
            groups.setdefault(plain_text(getattr(row.cells, level).text), []).append(row)
        promised = {name: promise for name in groups if (promise := _promised(name))}
        for heading in evidence.form.headings:
            cell = getattr(heading, level)
            points = points_of(heading.weight.text)
            if cell and points is not None and plain_text(cell.text) in groups:
                promised.setdefault(plain_text(cell.text), points)
        for name, points in promised.items():
            yield from _section(name, points, groups[name], getattr(groups[name][0].cells, level))


def _promised(name: str) -> Fraction | None:
    found = _LEVEL.fullmatch(name)
    return points_of(found["bracketed"] or found["plain"]) if found else None


def _section(
    name: str, points: Fraction, rows: list[Row], cell: FormCell
) -> Iterator[AuditFinding]:
    terms = [row.weight for row in rows if row.weight is not None]
    if len(terms) == len(rows) and sum(terms) != points:
        found = _LEVEL.fullmatch(name)
        yield about_form(
            codes.SECTION_WEIGHT_DIFFERS.finding(
                section=found["name"] if found else name,
                points=text_from_number(points),
                sum=text_from_number(sum(terms, Fraction(0))),
            ),
            cell,
            *(row.cells.weight for row in rows),
            ask=_ASK_WEIGHTS,
            arithmetic=_sum(terms),
        )


def _total(evidence: Evidence, rows: list[Row]) -> Iterator[AuditFinding]:
    """The printed total against the sum of the printed points."""
    printed = points_of(evidence.form.total_score.text)
    given = [row.reported for row in rows if row.reported is not None]
    if printed is None or not given or len(given) < len(rows):
        return
    if evidence.budget_weight and evidence.budget_reported is None:
        return
    terms = [*given, *([evidence.budget_reported] if evidence.budget_reported else [])]
    total = sum(terms, Fraction(0))
    if total != printed:
        yield about_form(
            codes.REPORTED_TOTAL_DIFFERS.finding(
                reported=text_from_number(printed),
                computed=Text("its own lines add up to {t}", "各项自评得分合计 {t}").filled(
                    t=text_from_number(total)
                ),
            ),
            evidence.form.total_score,
            *(row.cells.score for row in rows),
            arithmetic=_sum(terms),
        )


def _heavy(evidence: Evidence, rows: list[Row]) -> Iterator[AuditFinding]:
    for row in rows:
        if row.weight is not None and row.weight >= HEAVIEST * evidence.total:
            yield row.about(
                codes.HEAVY_INDICATOR.finding(
                    row.name,
                    weight=text_from_number(row.weight),
                    total=text_from_number(evidence.total),
                ),
                row.cells.weight,
            )


def _doubles(evidence: Evidence) -> Iterator[AuditFinding]:
    """What the static checks find measured twice, once for each row."""
    seen = set()
    scored = evidence.ruleset
    found = [*measured_twice(evidence.rules)] if evidence.rules else []
    found += shared_numerator(scored) if scored else []
    for noticed in found:
        rule, other = noticed.about
        if rule.name == RATE:
            rule, other = other, rule
        row = evidence.by_rule.get(rule.name)
        if row is None or rule.name in seen or is_one_apart(rule.name, other.name):
            continue
        seen.add(rule.name)
        beside = evidence.by_rule.get(other.name)
        named = _THE_RATE
        if beside is not None:
            is_same = beside.name == row.name
            named = _NAMESAKE if is_same else Text(f"`{beside.name}`", f"“{beside.name}”")
        cells = (beside.cells.name,) if beside else ()
        yield row.about(
            codes.DUPLICATE_MEASURE.finding(row.name, other=named),
            row.cells.actual,
            *cells,
            confidence=Confidence.MEDIUM,
        )


def _nothing_told(rows: list[Row]) -> Iterator[AuditFinding]:
    """A form of full points whose actuals only repeat what was asked."""
    if len(rows) < _FEWEST or not all(row.is_full and is_silent(row) for row in rows):
        return
    yield about_form(
        codes.NO_DISCRIMINATION.finding(count=len(rows)),
        *(row.cells.actual for row in rows),
        confidence=Confidence.MEDIUM,
    )


def is_silent(row: Row) -> bool:
    """Whether an actual tells no more than that the target was met, if that."""
    if is_copy(row) or row.reading.actual_kind in _SAYS_NOTHING:
        return True
    line = row.trial
    if line is None or not isinstance(line.observed, Quantity):
        return False
    return line.share == 1
