"""What a case expects of a scorecard, held against the one there is. Scores nothing."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction

from attrs import field, frozen

from indicator_dsl import codes
from indicator_dsl.diagnostics import Diagnostic, Severity
from indicator_dsl.model import Bound, Range
from indicator_dsl.quantities import Observed, Quantity, read_cell
from indicator_dsl.scoring import LineScore, Scorecard
from indicator_dsl.testing.examples import earned_text, earns, is_shown_as, points_shown
from indicator_dsl.testing.outcomes import Mismatch
from indicator_dsl.wording import Text, joined, name_from_text, same

_NOTHING = Text("nothing", "无")
_ABSENT = Text("no such indicator", "没有这个指标")

LineOf = Callable[..., int]


@frozen(kw_only=True)
class ExpectedDeduction:
    """Points an indicator is expected to lose; `shortfall` is how far it is off, empty for any."""

    indicator: str
    points: Fraction
    shortfall: str = ""


@frozen(kw_only=True)
class Expectations:
    """What a case expects; None where it expects nothing in particular.

    `findings` names every finding there must be and no other, one as often as it is there; `codes`
    every kind of diagnostic; `deductions` every line that loses points.
    """

    score: Fraction | None = None
    bounds: tuple[Fraction, Fraction] | None = None
    grade: str | None = None
    grades: tuple[str, ...] | None = None
    lines: Mapping[str, Fraction] = field(factory=dict)
    reasons: Mapping[str, str] = field(factory=dict)
    deductions: tuple[ExpectedDeduction, ...] | None = None
    findings: tuple[str, ...] | None = None
    codes: tuple[str, ...] | None = None

    @property
    def is_of_card(self) -> bool:
        """Whether anything is expected of a scorecard, and not of the ruleset's text alone."""
        told = (self.score, self.bounds, self.grade, self.grades, self.deductions, self.findings)
        return bool(self.lines or self.reasons) or any(each is not None for each in told)


def mismatches_of_card(expected: Expectations, card: Scorecard, at: LineOf) -> Iterator[Mismatch]:
    """Everything expected of a card that does not hold.

    Args:
        expected: What is expected.
        card: The card there is.
        at: The line of the case on which a key of `[expect]` stands.
    """
    yield from _of_total(expected, card, at)
    places = card.ruleset.rounding.places
    for name, points in expected.lines.items():
        line = card.line(name_from_text(name))
        if line is None or not earns(line, points, places):
            yield Mismatch(
                what=Text("points of {n}", "“{n}”得分").filled(n=name),
                expected=same(points_shown(points, places)),
                actual=_ABSENT if line is None else earned_text(line, places),
                line=at("lines", name),
            )
    for name, reason in expected.reasons.items():
        line = card.line(name_from_text(name))
        if line is None or line.reason != reason:
            yield Mismatch(
                what=Text("reason of {n}", "“{n}”原因").filled(n=name),
                expected=same(reason),
                actual=_ABSENT if line is None else same(line.reason),
                line=at("reasons", name),
            )
    if expected.deductions is not None:
        yield from _of_deductions(expected.deductions, card, at)
    if expected.findings is not None:
        what = Text("findings", "核对发现")
        there = [finding.name for finding in card.findings]
        yield from _of_names(what, expected.findings, there, at("findings"))


def mismatches_of_codes(
    wanted: tuple[str, ...], diagnostics: tuple[Diagnostic, ...], at: LineOf
) -> Iterator[Mismatch]:
    """Codes expected and not given, or given and not expected; a note counts only when expected."""
    names = {_code_name(code) for code in wanted}
    there = {
        each.name
        for each in diagnostics
        if each.severity is not Severity.NOTE or each.name in names
    }
    yield from _of_names(Text("codes", "代码"), names, there, at("codes"))


def _of_total(expected: Expectations, card: Scorecard, at: LineOf) -> Iterator[Mismatch]:
    places = card.ruleset.rounding.places
    low, high = card.low, card.high
    between = same(f"{points_shown(low, places)}..{points_shown(high, places)}")
    if expected.score is not None and expected.score != card.total:
        yield Mismatch(
            what=Text("score", "总分"),
            expected=same(points_shown(expected.score, places)),
            actual=same(points_shown(card.total, places))
            if card.total is not None
            else Text(f"open, {between.en}", f"未定，{between.zh}"),
            line=at("score"),
        )
    if expected.bounds is not None and expected.bounds != (low, high):
        ends = "..".join(points_shown(end, places) for end in expected.bounds)
        yield Mismatch(
            what=Text("bounds", "总分区间"), expected=same(ends), actual=between, line=at("bounds")
        )
    if expected.grade is not None and expected.grade != card.grade:
        open_ = _listed(card.grades)
        yield Mismatch(
            what=Text("grade", "等级"),
            expected=same(expected.grade),
            actual=same(card.grade) if card.grade is not None else open_,
            line=at("grade"),
        )
    if expected.grades is not None and expected.grades != card.grades:
        yield Mismatch(
            what=Text("grades still possible", "可能的等级"),
            expected=_listed(expected.grades),
            actual=_listed(card.grades),
            line=at("grades"),
        )


def _of_deductions(
    expected: tuple[ExpectedDeduction, ...], card: Scorecard, at: LineOf
) -> Iterator[Mismatch]:
    wanted = {name_from_text(each.indicator): each for each in expected}
    places = card.ruleset.rounding.places
    lost = {line.indicator.name: line.lost for line in card.lines if line.lost}
    for name in dict.fromkeys([*wanted, *lost]):
        deduction = wanted.get(name)
        points = Fraction(0) if deduction is None else deduction.points
        there = lost.get(name, Fraction(0))
        if not is_shown_as(points, there, places):
            yield Mismatch(
                what=Text("deduction of {n}", "“{n}”扣分").filled(n=name),
                expected=same(points_shown(points, places)),
                actual=same(points_shown(there, places)),
                line=at("deductions", name),
            )
        line = card.line(name)
        if deduction is None or not deduction.shortfall or line is None:
            continue
        gap = _gap(line)
        if gap is None or not _is_same(deduction.shortfall, gap, card):
            yield Mismatch(
                what=Text("shortfall of {n}", "“{n}”差距").filled(n=name),
                expected=same(deduction.shortfall),
                actual=_NOTHING if gap is None else same(str(gap)),
                line=at("deductions", name),
            )


def _gap(line: LineScore) -> Quantity | None:
    """How far an actual lies from the end of the target it missed; None where that has no sense."""
    target, observed = line.indicator.target, line.observed
    if not isinstance(observed, Quantity) or line.is_met is not False:
        return None
    if isinstance(target, Range):
        end = target.low if observed.magnitude < target.low.magnitude else target.high
    elif isinstance(target, Bound) and isinstance(target.value, Quantity):
        end = target.value
    else:
        return None
    return Quantity(abs(observed.in_unit(end.unit).number - end.number), end.unit)


def _is_same(written: str, gap: Quantity, card: Scorecard) -> bool:
    plain = written.replace("个百分点", "%").removesuffix("pp")
    read = read_cell(plain, unit=gap.unit, units=card.ruleset.units)
    return isinstance(read, Observed) and read.quantity.magnitude == gap.magnitude


def _of_names(
    what: Text, expected: Iterable[str], there: Iterable[str], line: int
) -> Iterator[Mismatch]:
    wanted, given = Counter(_code_name(name) for name in expected), Counter(there)
    if wanted != given:
        yield Mismatch(
            what=what,
            expected=_listed(tuple(sorted(wanted.elements()))),
            actual=_listed(tuple(sorted(given.elements()))),
            line=line,
        )


def _code_name(wanted: str) -> str:
    """The name of a code given by its name or its number; an unknown one stays as it is."""
    known = codes.code_called(wanted)
    return wanted if known is None else known.name


def _listed(words: tuple[str, ...]) -> Text:
    return joined([same(word) for word in words], en=", ", zh="、") if words else _NOTHING
