"""`import`: two files a form that compile and score alike, and nothing overwritten unasked."""

from pathlib import Path
from typing import Any

import pytest

from indicator_dsl import load_actuals, load_ruleset
from tests.desk import lay_out
from tests.prompt import Give
from tests.unit.cli.test_auditing import as_json, record


@pytest.fixture(autouse=True)
def files(tmp_path: Path) -> None:
    guessed: dict[str, Any] = record("2024年/自评表 (一)")
    guessed["indicators"][0]["target_as_written"] = "200000"
    guessed["indicators"].append(
        {"level3": "开工", "target_as_written": "3 个、12 次", "weight": 5}
    )
    lay_out(
        tmp_path,
        {
            "one.json": as_json(record("甲")),
            "twins.json": as_json(record("甲"), record("甲", actual="200000")),
            "guessed.json": as_json(guessed),
            "broken.json": b"{",
            "own.ind": b"default >= by pass\ntotal 100\n",
        },
    )


def test_both_files_score_as_the_audit_does(give: Give, tmp_path: Path) -> None:
    answer = give("import", "one.json", "-o", "out")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.splitlines()[-1].endswith(f"score {Path('out') / '甲.ind'}")
    ruleset = load_ruleset(tmp_path / "out" / "甲.ind")
    card = ruleset.evaluate(load_actuals(tmp_path / "out" / "甲.act"))
    assert str(card.total) == "18.00"  # 20 × 180000 / 200000
    assert "18.00" in give("score", "out/甲.ind").out


def test_into_the_current_folder(give: Give, tmp_path: Path) -> None:
    assert give("import", "one.json").status == 0
    assert {"甲.ind", "甲.act"} <= {file.name for file in tmp_path.iterdir()}


def test_what_is_assumed_and_what_is_not_understood_is_said_in_comments(
    give: Give, tmp_path: Path
) -> None:
    answer = give("import", "guessed.json", "-o", "out")
    assert "1 of 2 rows understood" in answer.out
    text = (tmp_path / "out" / "自评表-(一).ind").read_text(encoding="utf-8")
    assert "# 没有写符号：假定为 >=" in text
    assert "# 开工 |" in text


def test_two_forms_of_one_name_get_names_of_their_own(give: Give, tmp_path: Path) -> None:
    assert give("import", "twins.json", "-o", "out").status == 0
    written = {file.name for file in (tmp_path / "out").iterdir()}
    assert written == {"甲.ind", "甲.act", "甲-2.ind", "甲-2.act"}
    assert "= 200000 reported 20" in (tmp_path / "out" / "甲-2.act").read_text(encoding="utf-8")


@pytest.mark.parametrize("there", [["甲.ind"], ["甲.act"], ["甲.ind", "甲.act"]])
def test_nothing_is_overwritten_unless_asked(give: Give, tmp_path: Path, there: list[str]) -> None:
    for name in there:
        (tmp_path / name).write_text("before", encoding="utf-8")
    answer = give("import", "one.json")
    assert (answer.status, answer.codes, answer.out) == (1, ["IND816"] * len(there), "")
    kept = {file.name for file in tmp_path.iterdir() if file.name.startswith("甲")}
    assert kept == set(there)
    assert give("import", "one.json", "--overwrite").status == 0
    assert "年办件量" in (tmp_path / "甲.ind").read_text(encoding="utf-8")


def test_a_broken_file_does_not_stop_the_others(give: Give, tmp_path: Path) -> None:
    answer = give("import", "broken.json", "one.json")
    assert (answer.status, answer.codes) == (1, ["IND403"])
    assert (tmp_path / "甲.ind").is_file()


def test_a_folder_that_cannot_be_made(give: Give, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    answer = give("import", "one.json", "-o", "taken")
    assert (answer.status, answer.codes) == (1, ["IND817"])


def test_a_profile_of_ones_own_must_lie_beside(give: Give, tmp_path: Path) -> None:
    answer = give("import", "one.json", "-o", "out", "--profile", "own.ind")
    assert "own.ind: put that file beside it" in answer.out
    answer = give("import", "one.json", "--profile", "./own.ind")
    assert "beside" not in answer.out
    card = load_ruleset(tmp_path / "甲.ind").evaluate(load_actuals(tmp_path / "甲.act"))
    assert str(card.total) == "0.00"


def test_a_total_is_not_compared_where_part_of_the_form_cannot_be_scored(
    give: Give, tmp_path: Path
) -> None:
    heads = "三级指标,年度指标值,实际完成值,分值,得分\n"
    rows = "年办件量,≥200件,210件,40,40\n气温降幅,≥-5℃,-6℃,60,60\n总分,,,100,100\n"
    (tmp_path / "part.csv").write_text(heads + rows, encoding="utf-8")
    assert 0 == give("import", "part.csv").status
    assert "IND702" not in give("score", "part.ind").out
    assert "# 总分 100 是全表的" in (tmp_path / "part.act").read_text(encoding="utf-8")
    whole = heads + rows.replace("≥-5℃,-6℃", "≥5件,4件")
    (tmp_path / "whole.csv").write_text(whole, encoding="utf-8")
    assert 0 == give("import", "whole.csv").status
    assert "IND702" in give("score", "whole.ind").out  # 40 + 60 × 4 / 5 = 88
