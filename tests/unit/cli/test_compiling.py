"""`compile` on the command line."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from indicator_dsl.cli.main import commands

RULES = "round 2 each\n满意度 >= 95 % weight 10\n"


@pytest.fixture
def ruleset(tmp_path: Path) -> Path:
    file = tmp_path / "a.ind"
    file.write_text(RULES, encoding="utf-8")
    (tmp_path / "a.act").write_text("满意度 = 91.28%\n", encoding="utf-8")
    return file


def test_a_compiled_ruleset_is_taken_where_a_ruleset_is(ruleset: Path) -> None:
    compiled = ruleset.with_suffix(".indc")
    made = CliRunner().invoke(commands, ["compile", str(ruleset), "-o", str(compiled)])
    assert (0, "") == (made.exit_code, made.output)
    for command in ("score", "explain", "describe", "report"):
        told = [
            CliRunner().invoke(commands, [command, str(file), "--lang", "zh"])
            for file in (ruleset, compiled)
        ]
        assert 0 == told[0].exit_code, command
        assert told[0].output == told[1].output, command


def test_a_program_is_shown_with_its_names_below_it(ruleset: Path) -> None:
    found = CliRunner().invoke(commands, ["compile", str(ruleset), "--show"])
    assert 0 == found.exit_code
    code, legend = found.stdout.split("\n\n# ")
    assert code.isascii()
    assert "(400 * x0 + 19) // 38 if x0 <= 94 else 1000" in code  # 10 × x / 95, half-up
    assert "x0 = 满意度: whole %" in legend


def test_a_ruleset_without_a_program_says_so(tmp_path: Path) -> None:
    file = tmp_path / "a.ind"
    rules = "".join(f"指标{n} >= 5 件 weight 1\n" for n in range(201))
    file.write_text(rules, encoding="utf-8")
    found = CliRunner().invoke(commands, ["compile", str(file), "--show", "--lang", "zh"])
    assert "没有程序：本规则集的每份填报都逐项精确计分。\n" == found.stdout


def test_nothing_asked_and_another_ending_are_usage_errors(ruleset: Path) -> None:
    assert 2 == CliRunner().invoke(commands, ["compile", str(ruleset)]).exit_code
    found = CliRunner().invoke(commands, ["compile", str(ruleset), "-o", "a.json"])
    assert 2 == found.exit_code
    assert "ends in .indc" in found.output


def test_what_cannot_be_written_says_why(ruleset: Path, tmp_path: Path) -> None:
    target = tmp_path / "missing" / "a.indc"
    found = CliRunner().invoke(commands, ["compile", str(ruleset), "-o", str(target)])
    assert 1 == found.exit_code
    assert "IND817" in found.output
