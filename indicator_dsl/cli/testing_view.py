"""A test run as rich prints it, and as data. Tries nothing."""

from collections.abc import Iterator

from attrs import frozen
from rich.console import Console, ConsoleOptions
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Ink

from indicator_dsl.rendering import Marks, diagnostics_to_dict, marks_for
from indicator_dsl.testing import Gap, Outcome, Report, SheetCoverage, Trial
from indicator_dsl.wording import Lang, Text

_PASSED = Text("{n} passed", "通过 {n}")
_FAILED = Text("{n} failed", "未通过 {n}")
_TRIED = Text(" ({e} in examples, {c} in cases{unread})", "（示例 {e}，用例 {c}{unread}）")
_UNREAD = {0: Text("", ""), 1: Text(", 1 ruleset that has errors", "，有错误的规则集 1")}
_MORE_UNREAD = Text(", {n} rulesets that have errors", "，有错误的规则集 {n}")
_EXPECTED = Text("expected", "期望")
_ACTUAL = Text("got", "实际")
_WHAT = Text("where it differs", "不一致之处")
_UNTRIED = Text("Never reached by an example or a case", "没有示例或用例到达之处")
_ALL_REACHED = Text("everything is reached", "全部到达")
_OF = Text("{r} of {n} reached", "已到达 {r} / {n}")
_UNREADABLE = Text("cannot be tried: {codes}", "无法运行：{codes}")
_TRY = Text("try", "可试")


@frozen
class ReportView:
    """A test run: failures with both sides beside each other, what was not reached, the counts."""

    report: Report
    lang: Lang = "en"

    def __rich_console__(
        self, console: Console, options: ConsoleOptions
    ) -> Iterator[Ink | Table | Padding]:
        """Failures first, then the counts, then the coverage."""
        marks = marks_for(console)
        for outcome in self.report.failed:
            yield from self._failure(outcome, marks)
        for sheet in self.report.coverage:
            yield from self._coverage(sheet, marks)
        yield self._counts()

    def _failure(self, outcome: Outcome, marks: Marks) -> Iterator[Ink | Padding]:
        head = Ink(f"{marks.error} ", "bold red")
        head.append(marks.shown(outcome.name), "bold")
        head.append(f"  {marks.shown(outcome.file)}:{outcome.line}", "dim")
        yield head
        if outcome.diagnostics:
            names = ", ".join(dict.fromkeys(f"{d.code} {d.name}" for d in outcome.diagnostics))
            yield Ink("  " + _UNREADABLE.filled(codes=names).in_lang(self.lang), "red")
        if outcome.mismatches:
            table = _folding()
            table.add_row(*(Ink(self._said(t), "dim") for t in (_WHAT, _EXPECTED, _ACTUAL)))
            for each in outcome.mismatches:
                table.add_row(
                    Ink(f"{marks.shown(self._said(each.what))} (:{each.line})"),
                    Ink(marks.shown(self._said(each.expected)), "green"),
                    Ink(marks.shown(self._said(each.actual)), "red"),
                )
            yield Padding(table, (0, 0, 0, 2))
        yield Ink()

    def _coverage(self, sheet: SheetCoverage, marks: Marks) -> Iterator[Ink | Padding]:
        head = Ink(marks.shown(sheet.file), "bold")
        head.append("  " + _OF.filled(r=sheet.reached, n=sheet.of).in_lang(self.lang))
        yield head
        gaps = [(line.indicator, gap) for line in sheet.lines for gap in line.gaps]
        if gaps:
            yield Ink("  " + self._said(_UNTRIED), "dim")
            table = _folding()
            shown = ""
            for name, gap in gaps:
                table.add_row(
                    Ink("" if name == shown else marks.shown(name)), *self._gap(gap, marks)
                )
                shown = name
            yield Padding(table, (0, 0, 0, 2))
        else:
            yield Ink("  " + self._said(_ALL_REACHED), "green")
        yield Ink()

    def _gap(self, gap: Gap, marks: Marks) -> Iterator[Ink]:
        yield Ink(marks.shown(self._said(gap.what)), "yellow")
        yield Ink(marks.shown(self._said(gap.gives)))
        attempt = f"{self._said(_TRY)} {gap.attempt}" if gap.attempt else ""
        yield Ink(marks.shown(attempt), "dim")

    def _counts(self) -> Ink:
        failed = len(self.report.failed)
        kinds = [outcome.trial for outcome in self.report.outcomes]
        passed = _PASSED.filled(n=len(kinds) - failed).in_lang(self.lang)
        counts = Ink(passed, "bold green" if not failed else "")
        joint = "，" if self.lang == "zh" else ", "
        counts.append(joint)
        said = _FAILED.filled(n=failed).in_lang(self.lang)
        counts.append(said, "bold red" if failed else "")
        broken = kinds.count(Trial.RULESET)
        unread = _UNREAD.get(broken, _MORE_UNREAD).filled(n=broken)
        tried = _TRIED.filled(
            e=kinds.count(Trial.EXAMPLE), c=kinds.count(Trial.CASE), unread=unread
        )
        counts.append(tried.in_lang(self.lang), "dim")
        return counts

    def _said(self, text: Text) -> str:
        return text.in_lang(self.lang)


def _folding() -> Table:
    """An empty grid that cuts nothing off; one column more than the failures need does no harm."""
    table = Table.grid(padding=(0, 2))
    for _ in range(4):
        table.add_column(overflow="fold")
    return table


def report_to_dict(report: Report, lang: Lang = "en") -> dict[str, object]:
    """A test run as JSON-ready data; texts are in `lang`.

    Example:
        >>> sorted(report_to_dict(Report()))
        ['coverage', 'diagnostics', 'failed', 'passed', 'trials']
    """
    failed = len(report.failed)
    return {
        "passed": len(report.outcomes) - failed,
        "failed": failed,
        "trials": [_trial(outcome, lang) for outcome in report.outcomes],
        "coverage": [_sheet(sheet, lang) for sheet in report.coverage],
        **diagnostics_to_dict(report.diagnostics, lang),
    }


def _trial(outcome: Outcome, lang: Lang) -> dict[str, object]:
    return {
        "kind": outcome.trial.value,
        "name": outcome.name,
        "file": outcome.file,
        "line": outcome.line,
        "passed": outcome.is_passed,
        "mismatches": [
            {
                "what": each.what.in_lang(lang),
                "expected": each.expected.in_lang(lang),
                "actual": each.actual.in_lang(lang),
                "line": each.line,
            }
            for each in outcome.mismatches
        ],
        **diagnostics_to_dict(outcome.diagnostics, lang),
    }


def _sheet(sheet: SheetCoverage, lang: Lang) -> dict[str, object]:
    return {
        "file": sheet.file,
        "reached": sheet.reached,
        "of": sheet.of,
        "indicators": [
            {
                "name": line.indicator,
                "reached": line.reached,
                "of": line.of,
                "unreached": [
                    {
                        "kind": gap.kind.value,
                        "what": gap.what.in_lang(lang),
                        "gives": gap.gives.in_lang(lang),
                        "try": gap.attempt or None,
                    }
                    for gap in line.gaps
                ],
            }
            for line in sheet.lines
        ],
    }
