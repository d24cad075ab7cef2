"""`check --format github|sarif`, and folders as arguments."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from indicator_dsl import codes
from indicator_dsl.cli.main import commands
from indicator_dsl.diagnostics import Diagnostic, Fix, Label, Severity
from indicator_dsl.rendering import diagnostics_to_github, diagnostics_to_sarif
from indicator_dsl.source import Place, SourceText, Span
from indicator_dsl.wording import Text

SOURCE = SourceText("r/a,b:1.ind", "# 一\n年办件量 => 20 件 weight 5\n")
PLACE = Place(SOURCE, Span(9, 11))


def run(*arguments: str, lang: str = "en") -> Result:
    return CliRunner().invoke(commands, ["check", "--lang", lang, *arguments])


def found() -> Diagnostic:
    line = Place(SOURCE, SOURCE.line_span(2))
    fix = Fix(line, "年办件量 >= 20 件 weight 5")
    return codes.OPERATOR_MISSPELT.at(
        PLACE,
        Label(line, Text("whole line", "整行")),
        fix=fix,
        advice=Text("a\n50%", ""),
        text="=>",
    )


def test_github_annotates_line_and_columns_with_everything_escaped() -> None:
    expected = (
        "::error file=r/a%2Cb%3A1.ind,line=2,endLine=2,col=6,endColumn=8,"
        "title=IND102 operator-misspelt::`=>` is not an operator%0Aa%0A50%25\n"
    )
    assert expected == diagnostics_to_github([found()])


def test_github_leaves_columns_out_over_several_lines() -> None:
    wide = codes.OPERATOR_MISSPELT.at(Place(SOURCE, Span(0, 11)), text="=>")
    assert "line=1,endLine=2,title" in diagnostics_to_github([wide])


def test_github_knows_three_levels() -> None:
    said = [
        Diagnostic(code="IND101", name="x", severity=severity, message=Text("m", "消息"))
        for severity in Severity
    ]
    shown = diagnostics_to_github(said, "zh").splitlines()
    assert ["::error", "::warning", "::notice"] == [line.split(" ")[0] for line in shown]
    assert "::error title=IND101 x::消息" == shown[0]


def test_sarif_says_where_what_and_how_to_mend_it() -> None:
    log = json.loads(json.dumps(diagnostics_to_sarif([found()])))
    assert "2.1.0" == log["version"]
    (run_made,) = log["runs"]
    (rule,) = run_made["tool"]["driver"]["rules"]
    (result,) = run_made["results"]
    assert ("IND102", "operator-misspelt") == (rule["id"], rule["name"])
    assert ("IND102", 0, "error") == (result["ruleId"], result["ruleIndex"], result["level"])
    where = result["locations"][0]["physicalLocation"]
    assert {"uri": "r/a%2Cb%3A1.ind"} == where["artifactLocation"]
    assert {"startLine": 2, "startColumn": 6, "endLine": 2, "endColumn": 8} == where["region"]
    (change,) = result["fixes"][0]["artifactChanges"]
    (replaced,) = change["replacements"]
    assert "年办件量 >= 20 件 weight 5" == replaced["insertedContent"]["text"]
    assert 1 == replaced["deletedRegion"]["startColumn"]
    assert "whole line" == result["relatedLocations"][0]["message"]["text"]


def test_sarif_of_nothing_is_still_a_log() -> None:
    log = json.loads(json.dumps(diagnostics_to_sarif([])))
    assert [] == log["runs"][0]["results"]


def test_sarif_of_a_file_without_text_names_the_file() -> None:
    log = json.loads(json.dumps(diagnostics_to_sarif([codes.FILE_MISSING.of_file("C:\\x y.ind")])))
    (location,) = log["runs"][0]["results"][0]["locations"]
    assert "file:///C:/x%20y.ind" == location["physicalLocation"]["artifactLocation"]["uri"]


@pytest.mark.parametrize("layout", ["json", "github", "sarif"])
def test_other_programs_get_nothing_else_on_standard_output(tmp_path: Path, layout: str) -> None:
    file = tmp_path / "a.ind"
    file.write_text("A => 20 件 weight 10\n", encoding="utf-8")
    result = run(str(file), "--format", layout)
    assert 1 == result.exit_code
    if layout == "github":
        assert 1 == len(result.stdout.splitlines())
    else:
        assert isinstance(json.loads(result.stdout), dict)


def test_a_folder_stands_for_all_in_it(tmp_path: Path) -> None:
    (tmp_path / "deep" / ".git").mkdir(parents=True)
    (tmp_path / "a.ind").write_text("A >= 20 件 weight 10\n", encoding="utf-8")
    (tmp_path / "deep" / "b.ind").write_text("B => 20 件 weight 10\n", encoding="utf-8")
    (tmp_path / "deep" / "b.act").write_text("B = 20 件\n", encoding="utf-8")
    (tmp_path / "deep" / ".git" / "c.ind").write_text("nothing\n", encoding="utf-8")
    (tmp_path / "readme.md").write_text("nothing\n", encoding="utf-8")
    result = run(str(tmp_path), str(tmp_path / "a.ind"))
    assert 1 == result.exit_code
    assert "3 checked: 1 error" in result.stdout


def test_more_than_twenty_files_are_all_checked(tmp_path: Path) -> None:
    for number in range(21):
        (tmp_path / f"{number}.act").write_text("A = 1 件\n", encoding="utf-8")
    assert "已检查 21 个文件：没有发现问题" in run(str(tmp_path), lang="zh").stdout


def test_an_empty_folder_is_said(tmp_path: Path) -> None:
    result = run(str(tmp_path))
    assert (1, True) == (result.exit_code, "IND815" in result.stderr)


def test_tables_of_actuals_are_checked_too(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("指标,实际值,自评\n满意度,94%,九\n", encoding="utf-8")
    result = run(str(file), "--format", "github")
    assert "line=2" in result.stdout
