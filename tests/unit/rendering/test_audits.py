"""Every view of an audited form whose findings are made by hand; the form stands first."""

import json
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Final, TypeAlias

import pytest
from attrs import evolve
from jsonschema import Draft202012Validator
from rich.cells import cell_len
from rich.console import Console

from indicator_dsl.audit import Audit
from indicator_dsl.diagnostics import Severity
from indicator_dsl.model import NO_CELL
from indicator_dsl.rendering import (
    AuditTotals,
    AuditView,
    audit_markdown,
    audit_schema,
    audit_text,
    audit_to_dict,
    audit_to_json,
    audit_to_json_line,
    audits_outline,
    outline_markdown,
    outline_text,
)
from indicator_dsl.rendering.audit_words import listed
from indicator_dsl.rendering.audits import _rows_of_group
from indicator_dsl.rendering.columns import paragraph
from indicator_dsl.wording import Lang, Text
from tests.audits_at_hand import audit_of, chaoyang_audit, found
from tests.forms_at_hand import chaoyang, form, row

Golden: TypeAlias = Callable[[str, str], None]
MakeConsole: TypeAlias = Callable[..., Console]

LANGS: Final[tuple[Lang, Lang]] = ("zh", "en")
UNSEEN: Final = frozenset("\x1b\u202e\u200b")


def with_form(audit: Audit, shown: str) -> str:
    source = audit.transcript.ruleset_text + audit.transcript.actuals_text
    return f"{source}\n{'=' * 80}\n{shown}"


def printed(console: Console, view: AuditView) -> str:
    with console.capture() as capture:
        console.print(view)
    return capture.get()


def open_audit() -> Audit:
    """Three rows: one met, one without a value, one that is not understood."""
    rows = (
        row("年办件量", target="≥200000件", actual="180000", weight="40", score="40"),
        row("满意度", target="≥95%", actual="", weight="20", score="20"),
        row("开工", target="第三方 3 个、12 次", actual="7 个 8 次", weight="40", score="40"),
    )
    return audit_of(form(*rows, total_score="100"), reported=Fraction(100))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ["brief", "detail"])
def test_on_a_terminal(golden: Golden, console: MakeConsole, lang: Lang, name: str) -> None:
    audit = chaoyang_audit()
    shown = printed(console(), AuditView(audit, lang, name == "detail"))
    golden(f"audits/{name}.{lang}.txt", with_form(audit, shown))


@pytest.mark.parametrize("lang", LANGS)
def test_as_markdown(golden: Golden, lang: Lang) -> None:
    audit = chaoyang_audit()
    golden(f"audits/{lang}.md.txt", with_form(audit, audit_markdown(audit, lang)))


def test_as_json(golden: Golden) -> None:
    audit = chaoyang_audit()
    golden("audits/zh.json.txt", with_form(audit, audit_to_json(audit, "zh")))


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("lang", LANGS)
def test_no_line_is_wider_than_asked(width: int, lang: Lang) -> None:
    for audit in (chaoyang_audit(), open_audit()):
        told = audit_text(audit, lang, width=width)
        told += audit_text(audit, lang, is_detailed=True, width=width)
        assert [line for line in told.splitlines() if cell_len(line) > width] == []


def test_three_rows_with_one_finding_are_one_line() -> None:
    told = audit_text(chaoyang_audit(), "zh")
    assert told.count("IND708") == 1
    assert "定性指标没有评分标准 ×3" in told
    assert audit_text(chaoyang_audit(), "zh", is_detailed=True).count("IND708") == 3


def test_two_rows_with_one_finding_are_two_lines() -> None:
    audit = chaoyang_audit()
    kept = [each for each in audit.findings if "[bold]" not in each.indicator]
    assert audit_text(evolve(audit, findings=tuple(kept))).count("IND708") == 2


def test_two_lines_name_rows_of_a_hundred_and_the_others_are_counted() -> None:
    said = Text("odd", "奇怪")
    findings = [found("unit-differs", said, indicator=f"指标{n}") for n in range(100)]
    told = audit_text(audit_of(form(), *findings), "en").splitlines()
    (at,) = (number for number, line in enumerate(told) if "×100" in line)
    below = [line for line in told[at + 1 :] if line.startswith("    ")]
    named = "".join(below).count("指标")
    assert len(below) == 2
    assert 0 < named < 100
    assert below[-1].endswith(f" and {100 - named} more")


def test_points_are_told_without_the_whole_message() -> None:
    # 10 × 80 / 100 = 8.00
    told = audit_text(chaoyang_audit(), "en")
    assert "`项目开展进度`: reported 10, the rules give 8.00 of 10" in told
    assert "no usual method" not in told
    assert "10 × 80 / 100 = 8.00" not in told
    told = audit_text(chaoyang_audit(), "en", is_detailed=True)
    assert "no usual method" in " ".join(told.split())
    assert "10 × 80 / 100 = 8.00" in told
    assert "ask: on what ground was 10 given?" in told
    assert "cell I10 `10`" in told


def test_the_rows_add_up_to_the_total_with_the_budget_beside_them() -> None:
    record = audit_to_dict(chaoyang_audit())
    rows, beside = record["rows"], record["beside"]
    assert isinstance(rows, list)
    assert isinstance(beside, list)
    assert [line["indicator"] for line in beside] == ["预算执行率"]
    assert sum(Fraction(line["earned"]) for line in (*rows, *beside)) == 98
    assert record["score_computed"] == "98.00"
    told = audit_text(chaoyang_audit(), "zh", is_detailed=True)
    assert "预算执行率" in told


def test_what_is_open_has_bounds() -> None:
    # 40 × 180000/200000 = 36; the missing value 0 to 20; the third row is not understood
    audit = open_audit()
    record = audit_to_dict(audit)
    assert record["score_computed"] is None
    assert record["bounds"] == ["36.00", "56.00"]
    assert record["understood"] == 2
    told = audit_text(audit, "en", is_detailed=True)
    # The row that is not understood has 40 of the 100 points.
    assert "Reported 100; recomputed 36.00 to 56.00 of the 60 points" in " ".join(told.split())
    assert "1 row is open" in told
    assert "2 of 3 rows" in told
    line = next(line for line in told.splitlines() if line.startswith(" 开工"))
    assert line.split()[-1] == "?"
    assert "Rows not understood" in told


def test_a_form_without_a_row() -> None:
    audit = audit_of(form())
    record = audit_to_dict(audit)
    assert (record["bounds"], record["rows"], record["score_reported"]) == (None, [], None)
    told = audit_text(audit, "en", is_detailed=True)
    assert "The form holds no indicator." in told
    assert "nothing could be scored" in told
    assert "no total is printed" in told


def test_records_satisfy_their_schema() -> None:
    schema = audit_schema()
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    for lang in LANGS:
        for audit in (chaoyang_audit(), open_audit(), audit_of(form())):
            validator.validate(audit_to_dict(audit, lang))


def test_a_line_of_json_is_one_line() -> None:
    line = audit_to_json_line(chaoyang_audit(), "zh")
    assert line.count("\n") == 1
    assert json.loads(line) == json.loads(audit_to_json(chaoyang_audit(), "zh"))


def test_nothing_unseen_comes_through() -> None:
    odd = f"[bold]{''.join(UNSEEN)}量[/bold]"
    rows = (row(odd, target="≥1件", actual=f"1{odd}", weight="10", score="10"),)
    audit = audit_of(
        evolve(form(*rows, title=odd, year=odd, agency=odd), name=odd),
        found("unit-differs", Text(odd, odd), rows[0].name, indicator=odd, ask=Text(odd, odd)),
    )
    for lang in LANGS:
        outline = audits_outline([AuditTotals.of(audit)], lang)
        shown = "".join(
            (
                audit_text(audit, lang),
                audit_text(audit, lang, is_detailed=True),
                audit_markdown(audit, lang),
                audit_to_json(audit, lang),
                audit_to_json_line(audit, lang),
                outline_text(outline),
                outline_markdown(outline),
            )
        )
        assert not UNSEEN & set(shown)
        assert "[bold]" in shown


# ---- many forms


def many() -> list[AuditTotals]:
    said = Text("odd", "奇怪")
    note = found("heavy-indicator", said, code="IND714", severity=Severity.NOTE)
    error = found("unmet-but-full", said, code="IND704", severity=Severity.ERROR, indicator="甲")
    # The budget is left: 10 of 10.
    plain = evolve(chaoyang(), rows=(), total_weight=NO_CELL)
    audits = [
        audit_of(evolve(plain, name="forms/clean.docx"), reported=Fraction(10)),
        audit_of(evolve(plain, name="forms/note.docx"), note, reported=Fraction(10)),
        audit_of(evolve(plain, name="forms/points.docx"), reported=Fraction(15)),
        audit_of(evolve(plain, name="forms/a/grave.docx"), error, note, error),
    ]
    return [AuditTotals.of(audit) for audit in audits]


def test_the_worst_form_stands_first() -> None:
    told = outline_text(audits_outline(many(), "en")).splitlines()
    rows = [line.split() for line in told if ".docx" in line]
    assert rows == [
        ["a/grave.docx", "10.00", "0/0", "2", "0", "1"],
        ["points.docx", "15", "10.00", "+5.00", "0/0", "0", "0", "0"],
        ["note.docx", "10", "10.00", "0/0", "0", "0", "1"],
        ["clean.docx", "10", "10.00", "0/0", "0", "0", "0"],
    ]
    total = next(line.split() for line in told if "4 forms" in line)
    assert total == ["4", "forms", "0/0", "2", "0", "2"]


def test_what_recurs_is_counted_by_forms_and_by_findings() -> None:
    told = outline_text(audits_outline(many(), "en")).splitlines()
    rows = [line.split()[-3:] for line in told if "IND7" in line]
    assert rows == [["2", "2", "IND714"], ["1", "2", "IND704"]]


def test_the_folder_all_forms_share_is_left_out() -> None:
    totals = [evolve(each, name=f"/offices/a b/{each.name}") for each in many()]
    assert "/offices" not in outline_text(audits_outline(totals))
    others = [*totals, evolve(totals[0], name="x.docx")]
    assert "/offices" in outline_text(audits_outline(others))
    assert "x.docx" in outline_text(audits_outline(others))


def test_files_without_a_form_are_counted_below() -> None:
    assert "1 file could not be read" in outline_text(audits_outline(many(), unread=1))
    assert "3 个文件无法读取" in outline_markdown(audits_outline(many(), "zh", unread=3))


@pytest.mark.parametrize("lang", LANGS)
def test_the_table_keeps_to_eighty_columns(lang: Lang) -> None:
    totals = [evolve(each, name=f"{each.name}{'很长的文件名' * 20}") for each in many()]
    told = outline_text(audits_outline(totals, lang))
    assert [line for line in told.splitlines() if cell_len(line) > 80] == []


@pytest.mark.parametrize("count", [1, 2, 3, 12, 400])
@pytest.mark.parametrize("width", [20, 80])
def test_as_many_rows_of_a_group_as_two_lines_hold(count: int, width: int) -> None:
    names = [f"第 {number} 处办件量" for number in range(count)]
    lines = [line.plain for line in _rows_of_group(names, "zh", width)]
    told = [
        shown
        for many in range(1, count + 1)
        if len(shown := [*_set(listed(names[:many], count - many, "zh"), width)]) <= 2
    ]
    assert lines == (told or [[*_set(listed(names[:1], count - 1, "zh"), width)]])[-1]


def _set(text: str, width: int) -> Iterator[str]:
    return (line.plain for line in paragraph(text, width, indent=4))
