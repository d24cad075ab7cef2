"""`check`: what counts as a file, every mistake of every file, the exit status."""

import json
from pathlib import Path

import pytest

from tests.desk import lay_out
from tests.prompt import Give

FILES = {
    "good.ind": "年办件量 >= 200000 件 weight 20\n".encode(),
    "good.act": "年办件量 = 180000件\n".encode(),
    "broken.ind": "年办件量 => 200000 件 weight 20\n".encode(),
    "broken.act": "年办件量 : 180000件\n".encode(),
    "rules.txt": "年办件量 => 200000 件 weight 20\n".encode(),
    "light.ind": "total 100\n年办件量 >= 200000 件 weight 20\n".encode(),
}


@pytest.fixture(autouse=True)
def files(tmp_path: Path) -> None:
    lay_out(tmp_path, FILES)


def test_nothing_to_report(give: Give) -> None:
    answer = give("check", "good.ind", "good.act", "good.ind")  # the same file once
    assert (0, "2 checked: nothing to report\n", "") == (answer.status, answer.out, answer.err)
    assert "checked: nothing to report\n" == give("check", "good.ind").out


@pytest.mark.parametrize(
    ("argument", "code"),
    [
        ("folder", "IND815"),
        ("folder.ind", "IND815"),
        ("folder/", "IND815"),
        ("nowhere.ind", "IND801"),
        ("nowhere.txt", "IND801"),
        ("folder/nowhere", "IND801"),
        ("nowhere", "IND806"),
        ("", "IND806"),
        ("n" * 5000, "IND806"),
        ("n" * 5000 + ".ind", "IND807"),
        ("rules.txt", "IND102"),
        ("broken.ind", "IND102"),
        ("broken.act", "IND401"),
    ],
)
def test_one_argument(give: Give, tmp_path: Path, argument: str, code: str) -> None:
    for name in ("folder", "folder.ind"):
        (tmp_path / name).mkdir()
    answer = give("check", argument)
    counted = "0 checked" if code == "IND815" else "checked"  # an empty folder holds no file
    assert (1, [code], f"{counted}: 1 error\n") == (answer.status, answer.codes, answer.out)


def test_a_file_without_ending_is_read_where_it_lies(give: Give, tmp_path: Path) -> None:
    (tmp_path / "rules").write_bytes(FILES["broken.ind"])
    assert ["IND102"] == give("check", "rules").codes


def test_a_shipped_ruleset_wins_over_a_folder_of_its_name(give: Give, tmp_path: Path) -> None:
    (tmp_path / "chaoyang-window-2024").mkdir()
    assert 0 == give("check", "chaoyang-window-2024").status
    assert ["IND815"] == give("check", "./chaoyang-window-2024").codes


def test_all_mistakes_of_all_files_in_the_order_given(give: Give) -> None:
    answer = give("check", "broken.act", "good.ind", "nowhere.ind", "light.ind", "broken.ind")
    assert ["IND401", "IND801", "IND305", "IND102"] == answer.codes
    assert (1, "5 checked: 3 errors, 1 warning\n") == (answer.status, answer.out)


def test_a_warning_leaves_the_status_at_0(give: Give) -> None:
    answer = give("check", "light.ind")
    assert (0, ["IND305"]) == (answer.status, answer.codes)


def test_standard_input_is_a_ruleset(give: Give) -> None:
    assert 0 == give("check", "-", stdin=FILES["good.ind"]).status
    broken = give("check", "-", stdin=FILES["broken.ind"])
    assert (1, ["IND102"]) == (broken.status, broken.codes)
    assert "<stdin>:1:6" in broken.err


def test_json_is_alone_on_standard_output(give: Give) -> None:
    answer = give("check", "broken.ind", "folder/nowhere.act", "--format", "json")
    assert (1, "") == (answer.status, answer.err)
    first, second = json.loads(answer.out)["diagnostics"]
    place = [first[key] for key in ("file", "line", "column", "end_line", "end_column")]
    assert ["broken.ind", 1, 6, 1, 8] == place
    assert ("IND801", "folder/nowhere.act", None) == (
        second["code"],
        second["file"],
        second["line"],
    )
    assert {"diagnostics": []} == json.loads(give("check", "good.ind", "--format", "json").out)


def test_the_language_is_the_option_s_else_the_environment_s(
    give: Give, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "已检查：1 个错误\n" == give("check", "broken.ind", "--lang", "zh").out
    monkeypatch.setenv("INDICATOR_DSL_LANG", "zh")
    assert "已检查：1 个错误\n" == give("check", "broken.ind").out
    monkeypatch.setenv("INDICATOR_DSL_LANG", "tlh")
    assert "checked: 1 error\n" == give("check", "broken.ind").out


PAIR = {
    "sheet.ind": """ruleset "大厅" 2024
input 甲 件
input 乙 件
let 完成率 = 甲 / 乙
年办件量 >= 200000 件 weight 20
完成率 >= 90 % weight 20 by pass
制度 weight 10 by points
  - 健全: 6
  - 有效: 4
""".encode(),
    "sheet.act": """actuals for "大堂" 2023
年办件数 = 18 万件
年办件量 = 3 天
完成率 = 50 %
甲 = 9 件
乙 = 10 件
制度
- 健康: 是
""".encode(),
    "sheet.json": '{"年办件量": "3 天"}'.encode(),
}
ASKED = ["IND501", "IND502", "IND504", "IND507", "IND509", "IND511"]


def codes_and_lines(answer: str) -> list[tuple[str, str | None, int | None]]:
    said = json.loads(answer)["diagnostics"]
    return [(each["code"], each["file"], each["line"]) for each in said if each["code"] in ASKED]


def test_actuals_are_held_against_the_ruleset_named_with_them(give: Give, tmp_path: Path) -> None:
    lay_out(tmp_path, PAIR)
    answer = give("check", "sheet.ind", "sheet.act", "sheet.json", "--format", "json")
    assert 1 == answer.status
    assert [
        ("IND502", "sheet.act", 3),
        ("IND507", "sheet.act", None),
        ("IND509", "sheet.act", None),
        ("IND501", "sheet.act", 2),
        ("IND504", "sheet.act", 4),
        ("IND511", "sheet.act", 7),
        ("IND502", "sheet.json", None),
    ] == codes_and_lines(answer.out)
    codes = {each["code"] for each in json.loads(answer.out)["diagnostics"]}
    assert not codes & {"IND503", "IND510"}  # what is missing is no mistake of the file


def test_actuals_by_themselves_or_with_several_rulesets_are_not(give: Give, tmp_path: Path) -> None:
    lay_out(tmp_path, PAIR)
    for words in (["sheet.act"], ["sheet.ind", "good.ind", "sheet.act"], ["."]):
        assert [] == codes_and_lines(give("check", *words, "--format", "json").out)
    assert 0 == give("check", "sheet.act").status
    assert "IND501" in give("check", "chaoyang-window-2024", "sheet.act").codes
    assert ["IND102"] == give("check", "broken.ind", "sheet.act").codes
