"""`fmt`: what it rewrites, what it leaves alone, and what `--check` says of both."""

from pathlib import Path

import pytest

from tests.desk import lay_out
from tests.prompt import Give

CLEAN = "年办件量 >= 200000 件 weight 20\n"
MESSY = "年办件量>=200000件   weight 20\n"
BROKEN = "年办件量 => 200000 件 weight 20\n"


@pytest.fixture(autouse=True)
def files(tmp_path: Path) -> None:
    named = {"clean.ind": CLEAN, "messy.ind": MESSY, "broken.ind": BROKEN}
    named |= {"messy.act": "年办件量=180000件\n", "broken.act": "年办件量 = 5 reported x\n"}
    lay_out(tmp_path, {name: text.encode() for name, text in named.items()})


def test_check_changes_nothing(give: Give, tmp_path: Path) -> None:
    answer = give("fmt", "--check", "clean.ind", "messy.ind", "messy.act")
    assert (1, "messy.ind\nmessy.act\n", "") == (answer.status, answer.out, answer.err)
    assert MESSY == (tmp_path / "messy.ind").read_text(encoding="utf-8")
    assert 0 == give("fmt", "--check", "clean.ind").status


def test_files_are_rewritten_in_place_once(give: Give, tmp_path: Path) -> None:
    answer = give("fmt", "clean.ind", "messy.ind", "messy.act")
    assert (0, "messy.ind\nmessy.act\n") == (answer.status, answer.out)
    assert CLEAN == (tmp_path / "messy.ind").read_text(encoding="utf-8")
    assert "年办件量 = 180000件\n" == (tmp_path / "messy.act").read_text(encoding="utf-8")
    again = give("fmt", "--check", "messy.ind", "messy.act")
    assert (0, "") == (again.status, again.out)


@pytest.mark.parametrize("option", [[], ["--check"]])
def test_a_file_with_mistakes_is_left_alone_and_the_others_go_on(
    give: Give, tmp_path: Path, option: list[str]
) -> None:
    answer = give("fmt", *option, "broken.ind", "broken.act", "messy.ind")
    assert (1, ["IND102", "IND401"]) == (answer.status, answer.codes)
    assert "messy.ind\n" == answer.out
    assert BROKEN == (tmp_path / "broken.ind").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("argument", "code"), [("nowhere.ind", "IND801"), ("nowhere", "IND801"), ("folder", "IND802")]
)
def test_what_cannot_be_read(give: Give, tmp_path: Path, argument: str, code: str) -> None:
    (tmp_path / "folder").mkdir()
    answer = give("fmt", argument)
    assert (1, [code], "") == (answer.status, answer.codes, answer.out)


def test_standard_input_goes_to_standard_output(give: Give) -> None:
    answer = give("fmt", "-", "--to", "zh", stdin=MESSY.encode())
    assert (0, "年办件量 >= 200000 件 分值 20\n") == (answer.status, answer.out)
    broken = give("fmt", "-", stdin=BROKEN.encode())
    assert (1, "", ["IND102"]) == (broken.status, broken.out, broken.codes)


def test_translated_into_english_operators_in_words_become_signs(give: Give) -> None:
    text = "年办件量 不低于 5 件 分值 10\n费用 小于等于 3 万元 分值 5 按 超幅\n"
    answer = give("fmt", "-", "--to", "en", stdin=text.encode())
    assert "年办件量 >= 5 件   weight 10\n费用     <= 3 万元 weight 5  by excess\n" == answer.out
    kept = give("fmt", "-", stdin=text.encode())
    assert "不低于" in kept.out
