"""Figures that the text of a report tells otherwise than its table.

A figure of the text belongs to a row only where the row's own name, or its end, stands right before
it; everything else is left alone.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import takewhile
from typing import Final

from attrs import frozen

from indicator_dsl import codes
from indicator_dsl.audit.audited import AuditFinding, Confidence
from indicator_dsl.audit.evidence import Evidence
from indicator_dsl.audit.money import Money, amount_of
from indicator_dsl.audit.printed import places_of, rounded
from indicator_dsl.audit.rows import Row, about_form, shown
from indicator_dsl.checks import bare_name
from indicator_dsl.model import FormCell
from indicator_dsl.quantities import (
    NotANumber,
    Quantity,
    Unit,
    half_up,
    number_from_text,
)
from indicator_dsl.transcription import (
    KNOWN_UNIT,
    TargetKind,
    plain_text,
    trailing_operator,
    unit_as_read,
)
from indicator_dsl.wording import Text

_SHORTEST: Final = 4  # characters of a name that a text must repeat
_SENTENCE: Final = re.compile(r"[^。;!?]+")
_FIGURE: Final = re.compile(
    r"(?<![\d.])(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?P<shift>万|亿)?(?=(?P<rest>.{0,12}))"
)
_JOINT: Final = re.compile(
    r"(?:已经|已|共|共计|约|近|均|为|是|达到|达|到|实现|完成|超过|高于|不低于|不少于|至少|突破|[:,≥>=]|\s)*$"
)
_BOUND_BEFORE: Final = re.compile(r"(?:超过|高于|不低于|不少于|至少|突破|大于|[≥>])\s*$")
_ABOUT: Final = re.compile(r"(?:约|近|大约|将近)\s*$")
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d{2}(?=\s*年)")
_SHIFTS: Final = {"": 1, "万": 10**4, "亿": 10**8}
_MONEY: Final = (("年初预算数", "initial"), ("全年预算数", "budget"), ("执行数", "executed"))
_UNITS_OF_MONEY: Final = {"元": 1, "千元": 10**3, "万元": 10**4, "百万元": 10**6, "亿元": 10**8}


@frozen(kw_only=True)
class _Told:
    """A figure of a text: what stands before it, its number, its unit, how it is bounded."""

    before: str
    text: str
    number: Fraction
    places: int
    shift: int
    unit: str
    is_bound: bool
    is_about: bool
    cell: FormCell


def of_narrative(evidence: Evidence) -> Iterator[AuditFinding]:
    """The figures of the achieved goals and of the text around the table; the goals set are not."""
    cells = [cell for cell in evidence.form.texts() if cell is not evidence.form.expected]
    year = _year(evidence)
    by_end: dict[str, list[tuple[str, Row]]] = {}
    for row in evidence.rows:
        name = plain_text(bare_name(row.name))
        by_end.setdefault(name[-_SHORTEST:], []).append((name, row))
    seen: set[str] = set()
    for figure in (figure for cell in cells for figure in _figures(cell, year)):
        named = by_end.get(figure.before[-_SHORTEST:], [])
        for found in (_of_row(figure, named), _of_money(figure, evidence)):
            if found is not None and found.finding.message.zh not in seen:
                seen.add(found.finding.message.zh)
                yield found


def _year(evidence: Evidence) -> str:
    for cell in (evidence.form.year, evidence.form.title, evidence.form.project):
        found = re.search(r"(?<!\d)(?:19|20)\d{2}(?!\d)", plain_text(cell.text))
        if found:
            return found[0]
    return ""


def _figures(cell: FormCell, year: str) -> Iterator[_Told]:
    """Every figure of a text, but those of sentences that speak of another year."""
    for sentence in _SENTENCE.findall(plain_text_of(cell.text)):
        years = set(_YEAR.findall(sentence))
        if years - {year}:
            continue
        for found in _FIGURE.finditer(sentence):
            figure = _figure(found, sentence, cell)
            if figure is not None:
                yield figure


def plain_text_of(text: str) -> str:
    """A long text in one spelling, a part at a time."""
    return "。".join(plain_text(part) for part in re.split(r"[\n。]", text) if part.strip())


def _figure(found: re.Match[str], sentence: str, cell: FormCell) -> _Told | None:
    try:
        number = number_from_text(found["number"].replace(",", ""))
    except NotANumber:
        return None
    shift = found["shift"] or ""
    known = KNOWN_UNIT.match(shift + found["rest"])
    unit = unit_as_read(known[0]) if known else ""
    rest = (shift + found["rest"])[len(known[0]) :] if known else found["rest"]
    if unit in _UNITS_OF_MONEY or unit in ("万", "亿"):
        shift = "" if unit in _UNITS_OF_MONEY else shift
    elif shift and unit.startswith(shift):
        unit = unit.removeprefix(shift)
    before = sentence[: found.start()]
    return _Told(
        before=_JOINT.sub("", before),
        text=f"{found['number']}{known[0] if known else shift}",
        number=number,
        places=places_of(found["number"]),
        shift=_SHIFTS[shift],
        unit="" if unit in ("万", "亿") else unit,
        is_bound=bool(_BOUND_BEFORE.search(before)) or trailing_operator(rest)[0] == ">=",
        is_about=bool(_ABOUT.search(before)) or rest[:2] == "左右" or rest[:1] in ("余", "多"),
        cell=cell,
    )


def _of_row(figure: _Told, named: list[tuple[str, Row]]) -> AuditFinding | None:
    """The one row whose name stands before the figure, where its actual is another one."""
    lengths = [_common_end(figure.before, name) for name, _ in named]
    if not named or lengths.count(max(lengths)) > 1:
        return None
    row = named[lengths.index(max(lengths))][1]
    line = row.trial
    if line is None or row.reading.target_kind is not TargetKind.FIGURE:
        return None
    observed = line.observed
    target = getattr(line.indicator.target, "value", None)
    if not isinstance(observed, Quantity) or not _is_unit(figure.unit, observed.unit):
        return None
    known = [observed, *([target] if isinstance(target, Quantity) else [])]
    if any(_agrees(figure, each.in_unit(observed.unit).number) for each in known):
        return None
    return row.about(
        codes.NARRATIVE_DIFFERS.finding(
            row.name,
            told=figure.text,
            subject=Text(f"`{row.name}`", f"“{row.name}”"),
            tabled=shown(row.cells.actual),
        ),
        figure.cell,
        row.cells.actual,
        confidence=Confidence.MEDIUM,
    )


def _common_end(before: str, name: str) -> int:
    """How many characters a text and a name have in common at their ends."""
    pairs = zip(reversed(name), reversed(before), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _is_unit(written: str, unit: Unit) -> bool:
    return written == unit.text or (not written and unit.text != "%")


def _agrees(figure: _Told, actual: Fraction) -> bool:
    """Whether a text may tell an amount so: bounded, about, or rounded.

    A whole 100 % is no rounding: it says that nothing was left out.
    """
    told = figure.number * figure.shift
    if figure.is_bound:
        return actual >= told
    scaled = actual / figure.shift
    if figure.is_about:
        return abs(scaled - figure.number) <= Fraction(1, 10**figure.places)
    if told == actual:
        return True
    if figure.unit == "%" and figure.number in (0, 100):
        return False
    ways = (half_up(scaled, figure.places), rounded(scaled, figure.places, is_cut=True))
    return (figure.shift > 1 or figure.unit == "%" or figure.places > 0) and figure.number in ways


def _of_money(figure: _Told, evidence: Evidence) -> AuditFinding | None:
    """An amount that the text calls as the block of money calls its columns."""
    if not evidence.money or figure.unit not in _UNITS_OF_MONEY:
        return None
    total = evidence.money[0]
    for label, column in _MONEY:
        amount: Money | None = getattr(total, column)
        if amount is None or not figure.before.endswith(label):
            continue
        told = amount_of(FormCell(text=figure.text), figure.unit)
        if told is None or told.is_near(amount):
            return None
        return about_form(
            codes.NARRATIVE_DIFFERS.finding(
                told=figure.text,
                subject=Text(f"`{label}`", f"“{label}”"),
                tabled=shown(getattr(total.row, column)),
            ),
            figure.cell,
            getattr(total.row, column),
            confidence=Confidence.MEDIUM,
        )
    return None
