"""Every code has a page; what a page says to avoid gives the code, what it prefers does not.

`pytest --update-golden` writes docs/codes anew.
"""

import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import evolve

from indicator_dsl import (
    Compiled,
    RulesetError,
    Scorecard,
    compile_text,
    indicator,
    parse_ruleset,
)
from indicator_dsl.audit import audit_form
from indicator_dsl.checks import check_sheet
from indicator_dsl.cli.main import main
from indicator_dsl.codes import Code, Page, all_codes, code_called, page_of
from indicator_dsl.diagnostics import Collector, Diagnostic, Finding, Severity
from indicator_dsl.files.separated import actuals_from_separated
from indicator_dsl.files.structured import actuals_from_json
from indicator_dsl.forms import forms_from_bytes
from indicator_dsl.model import FormCell
from indicator_dsl.rendering import code_document, code_index, code_page_markdown
from indicator_dsl.scoring import evaluate
from indicator_dsl.source import SourceText
from indicator_dsl.testing import case_from_source
from indicator_dsl.transcription import transcribe
from tests.desk import lay_out, lock, typed, workbook
from tests.engine import compiled, compiled_actuals

FOLDER = Path(__file__).parents[2] / "docs" / "codes"
PAGES = [page_of(code.code) for code in all_codes()]
RULESET = "年办件量 >= 200000 件 weight 20\n"
# The cell that holds the actual, on each sheet of a workbook, and its number format.
BOOKS: dict[str, tuple[tuple[object, ...], dict[str, str]]] = {
    "achieved.xlsx": (("332344 件",), {}),
    "formula.xlsx": (("=166172*2",), {}),
    "broken.xlsx": (("#DIV/0!",), {}),
    "rounded.xlsx": ((332344.4,), {"B2": "0"}),
    "scaled.xlsx": ((332344,), {"B2": "0!.0,"}),
    "several.xlsx": (("332344 件", "33 万件"), {}),
}
FORM = "三级指标,年度指标值,实际完成值,分值,得分\n年办件量,≥200000件,332344件,20,20\n"
LOCKED = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504) + "EncryptedPackage".encode("utf-16-le")
FORMS = {
    "form.csv": FORM.encode(),
    "forms/form.csv": FORM.encode(),
    "photos/holiday.jpg": b"\xff\xd8\xff",
    "lined.txt": FORM.replace(",", "\n").encode(),
    "takings.csv": "季度,收入,支出\n一季度,3,4\n".encode(),
    "form.doc": bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504),
    "form.pdf": b"%PDF-1.7\n",
    "locked.docx": LOCKED,
    "form.png": b"\x89PNG\r\n\x1a\n\x00\x00",
    "empty.docx": b"",
    "cut.docx": b"PK\x03\x04 and no more",
    "ledger.csv": ("三级指标,实际完成值\n" + "年办件量,1 件\n" * 100_001).encode(),
    "odd.json": '{"id": "a", "indicators": "年办件量"}'.encode(),
    "form.json": '{"id": "a", "indicators": [{"level3": "年办件量"}]}'.encode(),
    "old.xls": (Path(__file__).parents[1] / "corpus/hi-nongken-2023-xuesheng.xls").read_bytes(),
}
Said = tuple[Diagnostic | Finding, ...]


COMMANDS = [page for page in PAGES if page.kind == "file"]
TEXTS = [page for page in PAGES if page.kind != "file"]
# The score sheet tells it among its assumptions; no room says it as a diagnostic.
SILENT = {"IND316"}


READERS: dict[str, Callable[[SourceText, Collector], object]] = {
    "csv": actuals_from_separated,
    "json": actuals_from_json,
    "case": case_from_source,
}


def number_of(page: Page) -> str:
    return page.code


def said_of(page: Page, snippet: str) -> Said:
    """Everything that is said about a snippet, whatever it is."""
    if page.kind == "ruleset":
        return compiled(snippet)[1]
    if page.kind == "sheet":
        ruleset, said = compiled(snippet)
        assert ruleset is not None
        return (*said, *check_sheet(ruleset))
    if page.kind in READERS:
        collector = Collector()
        READERS[page.kind](SourceText(f"a.{page.kind}", snippet), collector)
        return collector.sorted()
    if page.kind in OTHERS:
        return OTHERS[page.kind](snippet)
    rules, achieved = snippet.split("\n---\n")
    ruleset, said = compiled(rules)
    actuals, also = compiled_actuals(achieved)
    assert ruleset is not None
    assert actuals is not None
    return (*said, *also, *evaluate(ruleset, actuals).findings)


def said_of_form(snippet: str) -> Said:
    *text, table = snippet.split("\n---\n")
    (form,) = forms_from_bytes(table.encode(), "form.csv", Collector())
    told = tuple(FormCell(text=each) for each in text)
    audit = audit_form(transcribe(evolve(form, narrative=told)))
    return tuple(found.finding for found in audit.findings)


def said_of_python(snippet: str) -> Said:
    doors = {door.__name__: door for door in (compile_text, indicator, parse_ruleset)}
    try:
        answer = eval(snippet, dict(doors))  # noqa: S307 - the pages are ours
    except RulesetError as fault:
        return fault.diagnostics
    if isinstance(answer, Compiled):
        return answer.diagnostics
    return answer.findings if isinstance(answer, Scorecard) else ()


OTHERS: dict[str, Callable[[str], Said]] = {
    "actuals": lambda snippet: compiled_actuals(snippet)[1],
    "form": said_of_form,
    "python": said_of_python,
}


def codes_in(said: Said) -> set[str]:
    return {one.code for one in said}


@pytest.mark.parametrize("page", TEXTS, ids=number_of)
def test_what_is_to_be_avoided_gives_the_code(page: Page) -> None:
    assert (page.code not in SILENT) == (page.code in codes_in(said_of(page, page.avoid)))


@pytest.mark.parametrize("page", TEXTS, ids=number_of)
def test_what_is_preferred_gives_no_error(page: Page) -> None:
    said = said_of(page, page.prefer)
    assert page.code not in codes_in(said)
    assert [] == [one.sentence() for one in said if one.severity is Severity.ERROR]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with the files the pages speak of, the commands given in it."""
    files = {
        "ruleset.ind": RULESET.encode(),
        "rows.csv": "项目全称,指标名称,指标值\n甲,年办件量,≥5件\n".encode(),
        "scattered.csv": "table,indicator\n甲,年办件量\n乙,年办件量\n甲,满意度\n".encode(),
        "by-table.csv": "table,indicator\n甲,年办件量\n甲,满意度\n乙,年办件量\n".encode(),
        "two-weights.csv": "表号,指标名称,实际完成值,分值,权重,得分\n甲,满意度,5,9,5,9\n".encode(),
        "merged-cells.csv": "表号,指标名称\n甲,年办件量\n,满意度\n".encode(),
        "every-row-filled.csv": "表号,指标名称\n甲,年办件量\n甲,满意度\n".encode(),
        "achieved.act": "年办件量 = 332344 件\n".encode(),
        "hall/ruleset.ind": RULESET.encode(),
        "huge.ind": "年办件量 >= 123456789012 件 weight 3.337\n".encode(),
        "old.ind": RULESET.encode("gb18030"),
        "picture.ind": b"\x89PNG\r\n\x1a\n\x00\x00\xff\xff",
        "video.ind": b" " * (4 * 1024 * 1024 + 1),
        "locked.ind": RULESET.encode(),
        "profile.ind": f"use mof-2019\n{RULESET}".encode(),
        "shipped.ind": f"use mof-2020\n{RULESET}".encode(),
        "shared.ind": b"default <= by inverse\n",
        "hall/shared.ind": b"default <= by inverse\n",
        "hall/inside.ind": f'use "shared.ind"\n{RULESET}'.encode(),
        "apart/outside.ind": f'use "../shared.ind"\n{RULESET}'.encode(),
        "circle/a.ind": f"use b.ind\n{RULESET}".encode(),
        "circle/b.ind": b"use a.ind\n",
        "many/a.ind": ("".join(f"use p{n}.ind\n" for n in range(40)) + RULESET).encode(),
        **{f"many/p{n}.ind": f"unit 箱{n} = {n + 2} 件\n".encode() for n in range(40)},
        "notes/readme.md": b"nothing here\n",
        "lonely/a.ind": RULESET.encode(),
        "lonely/b.ind": RULESET.encode(),
        "lonely/cases/1.toml": b'[expect]\nscore = "0"\n',
        "astray/ruleset.ind": RULESET.encode(),
        "astray/cases/1.toml": b'file = "../ruleset.ind"\n[expect]\nscore = "0"\n',
        "sheets.csv": "年办件量\n180000\n".encode(),
        "scored.csv": "年办件量,total\n180000,18.00\n".encode(),
        "other.csv": "编号\n1\n".encode(),
        "sheets/a.csv": "年办件量\n180000\n".encode(),
        "scores/a.csv": "年办件量,total\n180000,18.00\n".encode(),
        "achieved.csv": "指标,实际完成值\n年办件量,332344 件\n".encode(),
        "register.csv": ("指标,实际完成值\n" + "年办件量,1 件\n" * 100_001).encode(),
        "graded.ind": "scale 优良差 = 优 100, 良 80, 差 0\n服务水平 is 优良差 weight 10\n".encode(),
        "edited-by-hand.indc": b'{"format": "indicator-dsl compiled ruleset", "version": 1}',
        "locked.xlsx": bytes.fromhex("d0cf11e0a1b11ae1"),
        **FORMS,
    }
    lay_out(tmp_path, files)
    lock(["locked.ind"], monkeypatch)
    monkeypatch.chdir(tmp_path)


def answer_to(command: str) -> tuple[int, str]:
    for name, content in BOOKS.items():
        if name in command:
            cells, formats = content
            sheets = [[("指标", "实际完成值"), ("年办件量", cell)] for cell in cells]
            lay_out(Path.cwd(), {name: workbook(*sheets, formats=formats)})
    if "uncounted.xlsx" in command:
        rows = [line.split(",") for line in FORM.splitlines()]
        sheet = [*rows, ("总分", "", "", "100", "=SUM(E2:E2)")]
        lay_out(Path.cwd(), {"uncounted.xlsx": workbook(sheet)})
    program, *words = shlex.split(command, comments=True)
    assert program == "indicator-dsl"
    return typed(words)


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("page", [p for p in COMMANDS if p.avoid], ids=number_of)
def test_a_command_to_be_avoided_prints_the_code(page: Page) -> None:
    _, printed = answer_to(page.avoid)
    assert f"[{page.code}]" in printed


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("page", COMMANDS, ids=number_of)
def test_a_preferred_command_does_not_fail(page: Page) -> None:
    status, printed = answer_to(page.prefer)
    assert f"[{page.code}]" not in printed
    assert 0 == status


def test_a_defect_of_ours_is_said_as_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> None:
        message = "the sum is wrong"
        raise ArithmeticError(message)

    monkeypatch.setitem(main.__globals__, "commands", broken)
    with pytest.raises(SystemExit):
        main()
    assert "[IND901]" in capsys.readouterr().err


def test_every_page_leads_to_codes_that_exist() -> None:
    unknown = [other for page in PAGES for other in page.related if code_called(other) is None]
    assert [] == unknown
    assert [] == [page.code for page in PAGES if page.code in page.related]


@pytest.mark.parametrize("code", all_codes(), ids=lambda code: code.code)
def test_a_page_has_its_sections_in_both_languages(code: Code) -> None:
    def headings(text: str) -> list[str]:
        return [line.removeprefix("## ") for line in text.splitlines() if line.startswith("## ")]

    english, chinese = (headings(code_page_markdown(code, lang)) for lang in ("en", "zh"))
    optional = {"Avoid", "See also"}
    assert [h for h in english if h not in optional] == ["Summary", "Prefer", "Why"]
    assert len(english) == len(chinese)
    assert "{" not in code_page_markdown(code, "en").split("## Avoid", maxsplit=1)[0]


def test_the_documentation_holds_every_page_and_no_other(request: pytest.FixtureRequest) -> None:
    expected = {f"{code.code}.md": code_document(code) for code in all_codes()}
    expected["index.md"] = code_index()
    if request.config.getoption("--update-golden"):
        FOLDER.mkdir(exist_ok=True)
        for old in FOLDER.glob("*.md"):
            old.unlink()
        for name, text in expected.items():
            FOLDER.joinpath(name).write_text(text, encoding="utf-8", newline="\n")
    found = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    assert sorted(expected) == sorted(found)
    assert expected == found
