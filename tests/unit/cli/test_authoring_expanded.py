"""`check --expanded`: everything taken over is written out, and the meaning stays."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from indicator_dsl.cli.main import commands
from indicator_dsl.compiler import compile_ruleset, expanded_text
from indicator_dsl.diagnostics import Collector
from indicator_dsl.files import library_for, read_source, shipped_rulesets
from indicator_dsl.source import SourceText

RULESET = """ruleset "甲" 2024
use b.ind  # house rules
# my own
default < by pass
投诉次数 <= 5 次 weight 10
等候 is 甲乙 weight 5
"""
PROFILE = """# a profile
use c.ind
round 1 total
default <= by excess since 2020-01-01
default <= by inverse since 2023-01-01
default <= by pass since 2025-01-01
default < by excess
scale 甲乙 = 甲 100, 乙 50
unit 箩 = 10 次
limit total 14
"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(commands, ["check", "--expanded", "--lang", "en", *arguments])


def written(folder: Path) -> str:
    (folder / "a.ind").write_text(RULESET, encoding="utf-8")
    (folder / "b.ind").write_text(PROFILE, encoding="utf-8")
    (folder / "c.ind").write_text("round 3 each\ntotal 15\n", encoding="utf-8")
    return str(folder / "a.ind")


def test_every_choice_names_its_place(tmp_path: Path) -> None:
    file = written(tmp_path)
    b, c = tmp_path / "b.ind", tmp_path / "c.ind"
    assert (
        'ruleset "甲" 2024\n'
        f"# overridden: round 3 each ({c}:1)\n"
        f"total 15  # from {c}:2\n"
        f"round 1 total  # from {b}:3\n"
        f"default <= by inverse since 2023-01-01  # from {b}:5\n"
        f"# overridden: default < by excess ({b}:7)\n"
        f"scale 甲乙 = 甲 100, 乙 50  # from {b}:8\n"
        f"unit 箩 = 10 次  # from {b}:9\n"
        f"limit total 14  # from {b}:10\n"
        "# use b.ind: written out; house rules\n"
        "# my own\n"
        "default < by pass\n"
        "投诉次数 <= 5 次 weight 10\n"
        "等候     is 甲乙 weight 5\n"
    ) == run(file).stdout


def test_it_means_the_same(tmp_path: Path) -> None:
    file = Path(written(tmp_path))
    source = read_source(file, Collector())
    assert source is not None
    before = compile_ruleset(source, Collector(), library_for(file, source))
    text = expanded_text(source, library_for(file, source))
    after = compile_ruleset(SourceText("x.ind", text), Collector())
    assert before is not None
    assert before == after


@pytest.mark.parametrize("shipped", [each.id for each in shipped_rulesets()])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_shipped_rulesets_mean_the_same(shipped: str, lang: str) -> None:
    (found,) = (each for each in shipped_rulesets() if each.id == shipped)
    source = SourceText(shipped, found.ruleset.read_text(encoding="utf-8"))
    text = expanded_text(source, lang="zh" if lang == "zh" else "en")
    collector = Collector()
    after = compile_ruleset(SourceText("x.ind", text), collector)
    assert after is not None, collector.sorted()
    assert compile_ruleset(source, Collector()) == after


def test_nothing_is_printed_of_a_ruleset_with_mistakes(tmp_path: Path) -> None:
    file = tmp_path / "a.ind"
    file.write_text("use nowhere.ind\nA >= 5 件 weight 1\n", encoding="utf-8")
    result = run(str(file))
    assert (1, "", True) == (result.exit_code, result.stdout, "IND811" in result.stderr)


def test_it_is_no_format(tmp_path: Path) -> None:
    assert 2 == run(written(tmp_path), "--format", "json").exit_code
