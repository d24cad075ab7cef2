"""Cases of mistakes, one file each: what is written, and exactly what is said about it.

A case holds `ruleset`, `actuals`, both, `rule` (for a rule by itself), `form` (a reported form as
separated values, with the text `around` it: only the findings named are compared) or `arguments`
with `files` (a command given in a folder); `times` repeats the text. A file has `text`, perhaps
below a `head`, or `hex`, or `sheets`, the rows of a workbook, with the `formats` of cells, or is
one of the `corpus`; `without` names packages that are not installed. Each `[[expect]]` names a code
and, where it applies, the underlined `text` with its `line` and `column`, the `indicator` of a
finding, and the `help` that can be pasted. All errors are expected, in order; warnings and notes
only if named.
"""

import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from attrs import evolve

from indicator_dsl import RulesetError, indicator
from indicator_dsl.audit import audit_form
from indicator_dsl.checks import check_sheet
from indicator_dsl.codes import all_codes, code_called
from indicator_dsl.diagnostics import Collector, Diagnostic, Finding, Severity
from indicator_dsl.forms import forms_from_bytes
from indicator_dsl.model import FormCell
from indicator_dsl.scoring import evaluate
from indicator_dsl.transcription import transcribe
from tests.desk import lay_out, lock, typed, workbook
from tests.engine import actuals_of, compiled, compiled_actuals

FOLDER = Path(__file__).parent / "bad"
CORPUS = Path(__file__).parents[1] / "corpus"
CASES = sorted(FOLDER.glob("*.toml"))
# No input leads to a defect of ours; the assumed rounding is told on the sheet alone; ports are
# taken by other programs.
WITHOUT_A_CASE = {"IND901", "IND316", "IND893"}
Case = Mapping[str, object]
Said = list[Diagnostic | Finding]


def text_of(case: Case, key: str) -> str:
    times = case.get("times", 1)
    assert isinstance(times, int)
    return str(case[key]) * times


def said_of(case: Case) -> Said:
    """Everything that is said, the diagnostics before the findings."""
    if "rule" in case:
        try:
            indicator(text_of(case, "rule"))
        except RulesetError as fault:
            return list(fault.diagnostics)
        return []
    if "ruleset" not in case:
        is_form = "form" in case
        return list(found_in(case) if is_form else compiled_actuals(text_of(case, "actuals"))[1])
    ruleset, said = compiled(text_of(case, "ruleset"))
    if ruleset is not None:
        said += check_sheet(ruleset)
    if ruleset is None or "actuals" not in case:
        return list(said)
    achieved = case["actuals"]
    if isinstance(achieved, dict):
        return [*said, *evaluate(ruleset, actuals_of(achieved)).findings]
    actuals, also = compiled_actuals(text_of(case, "actuals"))
    assert actuals is not None
    return [*said, *also, *evaluate(ruleset, actuals).findings]


def found_in(case: Case) -> Iterator[Finding]:
    """The findings on a form that the case names; others are told besides."""
    named = {wanted["code"] for wanted in expected_of(case)}
    (form,) = forms_from_bytes(str(case["form"]).encode(), "a.csv", Collector())
    form = evolve(form, narrative=(FormCell(text=str(case.get("around", ""))),))
    for found in audit_form(transcribe(form)).findings:
        if found.finding.code in named:
            yield found.finding


def told(one: Diagnostic | Finding, wanted: Case) -> dict[str, object]:
    """What is said, as far as the case asks for it."""
    facts: dict[str, object] = {"code": one.code}
    if isinstance(one, Finding):
        facts["indicator"] = one.indicator
    else:
        place = one.place
        assert place is not None
        facts |= {"text": place.text, "line": place.start.line, "column": place.start.column}
        if one.help is not None and one.help.en == one.help.zh:
            facts["help"] = one.help.en
    return {key: facts.get(key) for key in wanted}


def expected_of(case: Case) -> list[dict[str, object]]:
    expected = case["expect"]
    assert isinstance(expected, list)
    return expected


def load(path: Path) -> Case:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def cases_with(*, commands: bool) -> list[Path]:
    return [path for path in CASES if ("arguments" in load(path)) == commands]


@pytest.mark.parametrize("path", cases_with(commands=False), ids=lambda path: path.stem)
def test_a_case_says_what_it_should_and_no_more(path: Path) -> None:
    case = load(path)
    expected = expected_of(case)
    codes = {wanted["code"] for wanted in expected}
    said = [one for one in said_of(case) if one.severity is Severity.ERROR or one.code in codes]
    assert [wanted["code"] for wanted in expected] == [one.code for one in said]
    assert expected == [told(one, wanted) for one, wanted in zip(said, expected, strict=True)]


@pytest.mark.parametrize("path", cases_with(commands=True), ids=lambda path: path.stem)
def test_a_command_says_what_it_should_and_no_more(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = load(path)
    words, files = case["arguments"], case["files"]
    assert isinstance(words, list)
    assert isinstance(files, dict)
    lay_out(tmp_path, {name: bytes_of(file) for name, file in files.items()})
    without = case.get("without", [])
    assert isinstance(without, list)
    for package in without:
        monkeypatch.setitem(sys.modules, package, None)
    lock([name for name, file in files.items() if file.get("locked")], monkeypatch)
    monkeypatch.chdir(tmp_path)
    _, printed = typed(words)
    codes = [wanted["code"] for wanted in expected_of(case)]
    assert codes == re.findall(r"^\S+\[(IND\d{3})\]", printed, re.MULTILINE)


def bytes_of(file: Case) -> bytes:
    if "sheets" in file:
        sheets, formats = file["sheets"], file.get("formats", {})
        assert isinstance(sheets, list)
        assert isinstance(formats, dict)
        return workbook(*sheets, formats=formats)
    if "corpus" in file:
        return (CORPUS / str(file["corpus"])).read_bytes()
    if "hex" in file:
        return bytes.fromhex(str(file["hex"]))
    text = str(file.get("head", "")) + text_of(file, "text")
    return text.encode(str(file.get("encoding", "utf-8")))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_is_named_after_its_first_code(path: Path) -> None:
    known = code_called(str(expected_of(load(path))[0]["code"]))
    assert known is not None
    assert path.stem.startswith(f"{known.code}-{known.name}")


def test_every_code_has_a_case() -> None:
    found = {path.stem[:6] for path in CASES}
    assert set() == {code.code for code in all_codes()} - found - WITHOUT_A_CASE
