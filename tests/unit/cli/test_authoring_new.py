"""`new`: what it writes compiles, whatever is answered, and nothing is overwritten."""

from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from indicator_dsl import load_ruleset
from indicator_dsl.cli.main import commands


def run(*arguments: str, answers: str = "", lang: str = "zh") -> Result:
    return CliRunner().invoke(commands, ["new", "--lang", lang, *arguments], input=answers)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_with_options_nothing_is_asked(tmp_path: Path, lang: str) -> None:
    file = tmp_path / "a.ind"
    sections = [
        "--section",
        "产出指标=50",
        "--section",
        "效益指标 ＝ 30",
        "--section",
        "满意度=9.5",
    ]
    result = run(str(file), "--title", "综合窗口", "--year", "2024", *sections, lang=lang)
    assert 0 == result.exit_code, result.output
    ruleset = load_ruleset(file)
    assert ("综合窗口", 2024, Fraction(179, 2)) == (ruleset.title, ruleset.year, ruleset.total)
    named = {section.path: section.points for section in ruleset.model.sections}
    assert {("产出指标",): 50, ("效益指标",): 30, ("满意度",): Fraction(19, 2)} == named


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_without_options_it_asks(tmp_path: Path, lang: str) -> None:
    file = tmp_path / "a.ind"
    answers = "综合窗口\n2024\n\n产出指标\n六十\n60\n效益指标\n40\n\n"
    result = run(str(file), answers=answers, lang=lang)
    assert 0 == result.exit_code, result.output
    ruleset = load_ruleset(file)
    assert [60, 40, 100] == [*(rule.weight for rule in ruleset.indicators), ruleset.total]


def test_answers_that_will_not_do_are_asked_for_again(tmp_path: Path) -> None:
    file = tmp_path / "a.ind"
    answers = "甲\n24\n2024\nmof-2019\nmof-2020\n产出指标\n100\n\n"
    result = run(str(file), answers=answers)
    assert 0 == result.exit_code, result.output
    assert "mof-2019" in result.output  # said why
    written = file.read_text(encoding="utf-8")
    assert "2024" in written
    assert "引用 mof-2020" in written


def test_a_shipped_profile_is_used(tmp_path: Path) -> None:
    file = tmp_path / "a.ind"
    result = run(str(file), "--title", "甲", "--profile", "mof-2020", "--section", "产出指标=100")
    assert 0 == result.exit_code, result.output
    assert "引用 mof-2020" in file.read_text(encoding="utf-8")


def test_an_unknown_profile_is_said_and_nothing_written(tmp_path: Path) -> None:
    file = tmp_path / "a.ind"
    result = run(str(file), "--title", "甲", "--profile", "mof-2019")
    assert (1, True, False) == (result.exit_code, "IND811" in result.stderr, file.exists())


def test_a_file_that_exists_is_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "a.ind"
    file.write_text("mine", encoding="utf-8")
    result = run(str(file), "--title", "甲")
    assert (1, True) == (result.exit_code, "IND816" in result.stderr)
    assert "mine" == file.read_text(encoding="utf-8")


def test_a_folder_that_is_missing_is_said(tmp_path: Path) -> None:
    result = run(str(tmp_path / "none" / "a.ind"), "--title", "甲")
    assert (1, True) == (result.exit_code, "IND817" in result.stderr)


def test_a_dash_prints_it() -> None:
    result = run("-", "--title", "甲", lang="en")
    assert 'ruleset "甲"\n' in result.stdout


def test_quotes_in_a_title_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "a.ind"
    assert 0 == run(str(file), "--title", '所谓 "窗口" 项目').exit_code
    assert '所谓 "窗口" 项目' == load_ruleset(file).title


@pytest.mark.parametrize(
    "arguments",
    [
        ("--section", "产出指标"),
        ("--section", "产出指标=五十"),
        ("--section", "产出指标=0"),
        ("--section", "产出指标=-5"),
        ("--section", "=5"),
        ("--section", "产]出=5"),
        ("--section", "产 # 出=5"),
        ("--year", "24"),
        ("--year", "２０２４"),
        ("--title", "  "),
        ("--title", '"a” b'),
    ],
)
def test_answers_that_cannot_be_used_are_refused(tmp_path: Path, arguments: tuple[str]) -> None:
    file = tmp_path / "a.ind"
    assert 2 == run(str(file), "--title", "甲", *arguments).exit_code
    assert not file.exists()


def test_the_end_of_answers_writes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "a.ind"
    assert 1 == run(str(file), answers="综合窗口\n").exit_code
    assert not file.exists()
