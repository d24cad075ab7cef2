"""Cases: a TOML text that says what was achieved and what that should score. Scores nothing."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from attrs import define, frozen

from indicator_dsl import codes
from indicator_dsl.diagnostics import Collector
from indicator_dsl.model import Actuals, Entry
from indicator_dsl.quantities import NotANumber, number_from_python, number_from_text
from indicator_dsl.source import Place, SourceText, Span
from indicator_dsl.testing.expecting import Expectations, ExpectedDeduction
from indicator_dsl.wording import Text, name_from_text, nearest

_TOP = ("name", "ruleset", "file", "year", "actuals", "reported", "excuses")
_TOTALS = ("total", "总分")
_EXPECTED = (
    "score", "bounds", "grade", "grades", "lines", "reasons", "deductions", "findings", "codes",
)  # fmt: skip
_DEDUCTION = ("indicator", "points", "shortfall")
_SCALAR = (str, bool, int, Decimal, date)
_POSITION = re.compile(r"\(at line (?P<line>\d+), column (?P<column>\d+)\)")


@frozen(kw_only=True)
class Case:
    """One case.

    `ruleset` is the text it brings along, None when it is about a file: `file` names that, empty
    for the one whose folder the case lies in.
    """

    name: str
    source: SourceText
    ruleset: str | None = None
    file: str = ""
    actuals: Actuals
    expected: Expectations

    def place(self, *keys: str) -> Place:
        """Where the innermost of these nested keys stands."""
        return place_of(self.source, *keys)

    def line_of(self, *keys: str) -> int:
        """The line on which an expectation stands, counted from 1."""
        return self.place("expect", *keys).start.line


def case_from_source(source: SourceText, collector: Collector) -> Case | None:
    r"""The case a text states; None when the collector then holds an error.

    Example:
        >>> text = '[actuals]\nA = "9 件"\n[expect]\nscore = "18.00"'
        >>> case_from_source(SourceText("a.toml", text), Collector()).expected.score
        Fraction(18, 1)
    """
    try:
        table = tomllib.loads(source.text, parse_float=Decimal)
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        where = _POSITION.search(str(fault))
        why = _POSITION.sub("", str(fault)).strip()
        place = Place(source, _span_of(source, where) if where else Span(0, 0))
        collector.add(codes.CASE_NOT_TOML.at(place, why=why))
        return None
    reader = _Reader(source, collector)
    case = reader.case(table)
    return None if collector.has_errors else case


def place_of(source: SourceText, *keys: str) -> Place:
    """Where the innermost of nested keys stands; of the first found, the start of the text."""
    span = Span(0, 0)
    for depth, key in enumerate(keys):
        quoted = re.escape(key)
        wanted = rf"(?m)^[ \t]*\[?[ \t]*[\"']?({quoted})\b" if not depth else rf"({quoted})"
        found = re.compile(wanted).search(source.text, span.end)
        if found is None:
            break
        span = Span(*found.span(1))
    return Place(source, span)


def _span_of(source: SourceText, where: re.Match[str]) -> Span:
    line = source.line_span(min(int(where["line"]), source.line_count))
    start = min(line.start + int(where["column"]) - 1, line.end)
    return Span(start, line.end)


@define
class _Reader:
    """Takes a table apart; whatever does not belong there is reported."""

    source: SourceText
    collector: Collector

    def case(self, table: dict[str, object]) -> Case:
        self._known(table, (*_TOP, "expect"))
        own = self._word(table, "ruleset")
        file = self._word(table, "file")
        if own and file:
            why = Text("the case brings its own ruleset along", "用例已自带规则集")
            self._fault(why, "file")
        name = self._word(table, "name") or self.source.name
        return Case(
            name=name,
            source=self.source,
            ruleset=own or None,
            file=file,
            actuals=self._actuals(table),
            expected=self._expectations(self._table(table, "expect")),
        )

    def _actuals(self, table: dict[str, object]) -> Actuals:
        cells = {name_from_text(n): c for n, c in self._table(table, "actuals").items()}
        reported = {
            name_from_text(name): self._points(points, "reported", name)
            for name, points in self._table(table, "reported").items()
        }
        excuses = {
            name_from_text(name): str(words)
            for name, words in self._table(table, "excuses").items()
        }
        total = next((reported.pop(key) for key in _TOTALS if key in reported), None)
        entries: list[Entry] = []
        for name in dict.fromkeys([*cells, *reported, *excuses]):
            cell = cells.get(name)
            items: tuple[tuple[str, object], ...] = ()
            if isinstance(cell, Mapping):
                items = tuple((name_from_text(item), mark) for item, mark in cell.items())
                cell = None
            for mark in (cell, *(mark for _, mark in items)):
                if mark is not None and not isinstance(mark, _SCALAR):
                    why = Text("it is no cell: a text, a number or a date", "不是文本、数字或日期")
                    self._fault(why, "actuals", name)
            entries.append(
                Entry(
                    name=name,
                    cell=cell,
                    items=items,
                    reported=reported.get(name),
                    reason=excuses.get(name, ""),
                    place=place_of(self.source, "actuals", name),
                )
            )
        year = table.get("year")
        if year is not None and (isinstance(year, bool) or not isinstance(year, int)):
            self._fault(Text("it is no year", "不是年度"), "year")
        return Actuals(
            year=year if isinstance(year, int) else None,
            entries=tuple(entries),
            reported_total=total,
        )

    def _expectations(self, table: dict[str, object]) -> Expectations:
        self._known(table, _EXPECTED, "expect")
        if not table:
            self._fault(Text("it expects nothing", "没有写期望结果"), "expect")
        lines = self._table(table, "lines", "expect")
        reasons = self._table(table, "reasons", "expect")
        bounds = self._bounds(table)
        score = table.get("score")
        return Expectations(
            score=None if score is None else self._points(score, "expect", "score"),
            bounds=bounds,
            grade=self._word(table, "grade", "expect") or None,
            grades=self._words(table, "grades"),
            lines={name: self._points(p, "expect", "lines", name) for name, p in lines.items()},
            reasons={name: str(word) for name, word in reasons.items()},
            deductions=self._deductions(table),
            findings=self._words(table, "findings"),
            codes=self._words(table, "codes"),
        )

    def _bounds(self, table: dict[str, object]) -> tuple[Fraction, Fraction] | None:
        ends = table.get("bounds")
        if ends is None:
            return None
        if not isinstance(ends, list) or len(ends) != len(("low", "high")):
            why = Text('two numbers are wanted: ["20", "100"]', '应为两个数：["20", "100"]')
            self._fault(why, "expect", "bounds")
            return None
        low, high = (self._points(end, "expect", "bounds") for end in ends)
        return low, high

    def _deductions(self, table: dict[str, object]) -> tuple[ExpectedDeduction, ...] | None:
        listed = table.get("deductions")
        if listed is None:
            return None
        found: list[ExpectedDeduction] = []
        for each in listed if isinstance(listed, list) else [listed]:
            if not isinstance(each, dict) or not {"indicator", "points"} <= each.keys():
                why = Text(
                    'each is { indicator = "NAME", points = "1.50" }',
                    '每项写作 { indicator = "名称", points = "1.50" }',
                )
                self._fault(why, "expect", "deductions")
                continue
            self._known(each, _DEDUCTION, "expect", "deductions")
            name = str(each["indicator"])
            found.append(
                ExpectedDeduction(
                    indicator=name,
                    points=self._points(each["points"], "expect", "deductions", name),
                    shortfall=str(each.get("shortfall", "")),
                )
            )
        return tuple(found)

    def _points(self, written: object, *keys: str) -> Fraction:
        try:
            if isinstance(written, str):
                return number_from_text(written.strip())
            if isinstance(written, int | Decimal):
                return number_from_python(written)
        except NotANumber:
            pass
        why = Text(f"`{written}` is no number of points", f"“{written}”不是分数")
        self._fault(why, *keys)
        return Fraction(0)

    def _word(self, table: dict[str, object], key: str, *above: str) -> str:
        word = table.get(key, "")
        if isinstance(word, str):
            return word
        self._fault(Text("a text is wanted, in quotes", "应为带引号的文本"), *above, key)
        return ""

    def _words(self, table: dict[str, object], key: str) -> tuple[str, ...] | None:
        words = table.get(key)
        if words is None:
            return None
        if isinstance(words, list) and all(isinstance(word, str) for word in words):
            return tuple(words)
        why = Text('a list of texts is wanted: ["…"]', '应为文本列表：["…"]')
        self._fault(why, "expect", key)
        return None

    def _table(self, table: dict[str, object], key: str, *above: str) -> dict[str, object]:
        inner = table.get(key, {})
        if isinstance(inner, dict):
            return inner
        self._fault(Text("a table is wanted: [{k}]", "应为表：[{k}]").filled(k=key), *above, key)
        return {}

    def _known(self, table: Mapping[str, object], known: tuple[str, ...], *above: str) -> None:
        for key in table:
            if key not in known:
                near = nearest(key, known) or known
                why = Text(f"it may hold {', '.join(near)}", f"可用的有 {'、'.join(near)}")
                self._fault(why, *above, key)

    def _fault(self, why: Text, *keys: str) -> None:
        place = place_of(self.source, *keys)
        self.collector.add(codes.CASE_MALFORMED.at(place, key=".".join(keys), why=why))
