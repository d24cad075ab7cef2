"""`check --fix`: only what has one meaning, nothing in comments, the file kept as it was saved."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from indicator_dsl.cli.main import commands
from indicator_dsl.diagnostics import Collector, fixed_text
from indicator_dsl.source import SourceText
from indicator_dsl.syntax import parse_ruleset


def run(*arguments: str) -> Result:
    return CliRunner().invoke(commands, ["check", "--lang", "en", *arguments])


def fixed(folder: Path, text: str, name: str = "a.ind") -> str:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    run(str(file), "--fix")
    return file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("A => 20 件 weight 10", "A >= 20 件 weight 10"),
        ("A > = 20 件 weight 10", "A >= 20 件 weight 10"),
        ("A ≮ 20 件 weight 10", "A >= 20 件 weight 10"),
        ("满意度不低于95 % weight 10", "满意度 不低于 95 % weight 10"),
        ("A >= ２０ 件 weight １０", "A >= 20 件 weight 10"),
        ("A >= 20 件 Weight 10", "A >= 20 件 weight 10"),
        ("A >= 20 件weight 10", "A >= 20 件 weight 10"),
        ("A >= 20 件 weight10", "A >= 20 件 weight 10"),
        ("A => ２０ 件 Weight 10", "A >= 20 件 weight 10"),
        ("Total 10\nA >= 20 件 weight 10", "total 10\nA >= 20 件 weight 10"),
        ("A >= 20 件 weight 10\n  By ratio", "A >= 20 件 weight 10\n  by ratio"),
    ],
)
def test_what_has_one_meaning_is_corrected(tmp_path: Path, written: str, expected: str) -> None:
    assert expected == fixed(tmp_path, written)


@pytest.mark.parametrize(
    "written",
    [
        "A != 20 件 weight 10",
        "A：20 件 weight 10",
        "A 20 件 weight 10",
        "A >= 20 件",
        "A >= 20 件 10",
        "A >= weight 10",
        ">= 20 件 weight 10",
        "A >= 1 523 件 weight 10",
        "A 达到 20 件 weight 10",
        "A 控制在 20 件 weight 10",
        "A >= 20 件 weight 10 basis “x",
        "Weight of goods >= 5 t Weight 10",
        "A >= 二十 件 weight 10",
    ],
)
def test_what_has_several_meanings_is_left_to_the_author(tmp_path: Path, written: str) -> None:
    assert written == fixed(tmp_path, written)


def test_comments_and_the_other_lines_stay_as_they_are(tmp_path: Path) -> None:
    text = "#  A => ２０\nA => ２０ 件   weight 10  # => ２０ Weight\n\n\nB  >=  1 件 weight 1\n"
    expected = "#  A => ２０\nA >= 20 件 weight 10  # => ２０ Weight\n\n\nB  >=  1 件 weight 1\n"
    assert expected == fixed(tmp_path, text)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_encoding_and_line_ends_stay(tmp_path: Path, encoding: str, newline: str) -> None:
    file = tmp_path / "a.ind"
    before = f"满意度 => 95 % weight 10{newline}# 好{newline}"
    file.write_bytes(before.encode(encoding))
    run(str(file), "--fix")
    assert before.replace("=>", ">=").encode(encoding) == file.read_bytes()


def test_a_dry_run_shows_and_writes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "a.ind"
    file.write_text("A => 20 件 weight 10\n", encoding="utf-8")
    result = run(str(file), "--fix", "--dry-run")
    assert "-A => 20 件 weight 10\n+A >= 20 件 weight 10\n" in result.stdout
    assert "A => 20 件 weight 10\n" == file.read_text(encoding="utf-8")


def test_a_dry_run_alone_is_refused(tmp_path: Path) -> None:
    assert 2 == run(str(tmp_path), "--dry-run").exit_code


def test_what_is_left_is_shown_and_decides_the_exit(tmp_path: Path) -> None:
    file = tmp_path / "a.ind"
    file.write_text("A => 20 件 weight 10\nB != 3 件 weight 1\n", encoding="utf-8")
    result = run(str(file), "--fix")
    assert (1, True, False) == (
        result.exit_code,
        "IND102" in result.stderr,
        "=> 20" in result.stderr,
    )
    file.write_text("A => 20 件 weight 10\n", encoding="utf-8")
    assert 0 == run(str(file), "--fix").exit_code


def test_a_profile_that_is_used_is_not_rewritten(tmp_path: Path) -> None:
    (tmp_path / "b.ind").write_text("Default <= by inverse\n", encoding="utf-8")
    fixed(tmp_path, "use b.ind\nA => 20 件 weight 10\n")
    assert "Default <= by inverse\n" == (tmp_path / "b.ind").read_text(encoding="utf-8")


def test_standard_input_is_left_alone() -> None:
    result = CliRunner().invoke(
        commands, ["check", "-", "--fix", "--lang", "en"], input="A => 20 件 weight 10"
    )
    assert (1, True) == (result.exit_code, "IND102" in result.stderr)


def test_a_fix_lies_within_its_line_and_spares_the_comment() -> None:
    source = SourceText("a.ind", "B >= 1 件 weight 1\n  \tA => 20 件 weight 1 # x\n")
    collector = Collector()
    parse_ruleset(source, collector)
    (found,) = collector.sorted()
    assert found.fix is not None
    assert "A => 20 件 weight 1" == found.fix.place.text
    assert "B >= 1 件 weight 1\n  \tA >= 20 件 weight 1 # x\n" == fixed_text(source, [found])
