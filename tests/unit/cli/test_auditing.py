"""`audit`: which forms are read, how one and many are told, what stays when one is broken."""

import json
import os
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import pytest
from jsonschema import Draft202012Validator

from indicator_dsl.diagnostics import Collector
from indicator_dsl.forms import forms_from_bytes
from indicator_dsl.model import Form
from indicator_dsl.rendering import audit_schema
from indicator_dsl.transcription import transcribe
from tests.desk import lay_out
from tests.form_files import WRITERS, layout
from tests.prompt import Answer, Give


def record(name: str, actual: str = "180000", score: str = "20") -> dict[str, Any]:
    row = {
        "level1": "产出指标",
        "level2": "数量指标",
        "level3": "年办件量",
        "target_as_written": "≥200000件",
        "actual_as_written": actual,
        "weight": "20",
        "score": score,
    }
    return {"id": name, "project": f"{name}项目", "indicators": [row], "total_score": score}


def as_json(*records: dict[str, Any]) -> bytes:
    lines = (json.dumps(each, ensure_ascii=False) for each in records)
    return "\n".join(lines).encode()


@pytest.fixture(autouse=True)
def files(tmp_path: Path) -> None:
    lay_out(
        tmp_path,
        {
            "one.json": as_json(record("甲")),
            "two.json": as_json(record("乙"), record("丙", actual="200000")),
            "broken.json": b'{"id": ',
            "office/a/first.json": as_json(record("丁")),
            "office/second.jsonl": as_json(record("戊"), record("己")),
            "office/notes.xyz": b"nothing",
            "office/.hidden.json": b"nothing",
            "office/~$first.json": b"nothing",
            "empty/notes.xyz": b"nothing",
            "own.ind": "scale 达成 = 好 100, 差 0\ndefault >= by pass\ntotal 100\n".encode(),
        },
    )


def forms_in(answer: Answer) -> list[str]:
    return [json.loads(line)["form"] for line in answer.out.splitlines()]


def test_one_form_is_told_whole(give: Give) -> None:
    answer = give("audit", "one.json")
    assert (answer.status, answer.err) == (0, "")
    # 20 × 180000 / 200000 = 18
    assert "Reported 20; recomputed 18.00: 2.00 too many." in answer.out
    assert "Row by row" not in answer.out
    assert "Row by row" in give("audit", "one.json", "--detail").out


def test_several_forms_are_told_in_a_table(give: Give) -> None:
    answer = give("audit", "one.json", "two.json")
    assert (answer.status, answer.err) == (0, "")
    rows = [line.split()[:4] for line in answer.out.splitlines() if line[1:2] in ("甲", "乙", "丙")]
    # the forms with points too many first, in the order given; then the one that holds
    assert [row[:3] for row in rows] == [
        ["甲", "20", "18.00"],
        ["乙", "20", "18.00"],
        ["丙", "20", "20.00"],
    ]
    assert "3 forms" in answer.out
    assert "Reported 20" not in answer.out
    told = give("audit", "one.json", "two.json", "--detail").out
    assert told.count("Reported 20") == 3
    assert "3 forms" in told


def test_a_folder_is_all_forms_in_it_and_below(give: Give) -> None:
    answer = give("audit", "office", "--format", "jsonl")
    assert (answer.status, answer.err) == (0, "")
    assert forms_in(answer) == ["丁", "戊", "己"]


def test_a_file_named_twice_is_read_once(give: Give) -> None:
    answer = give("audit", "one.json", ".", "one.json", "--format", "jsonl")
    assert sorted(forms_in(answer)) == sorted("甲乙丙丁戊己")


@pytest.mark.parametrize("layout", ["json", "jsonl"])
def test_records(give: Give, layout: str) -> None:
    validator = Draft202012Validator(audit_schema())
    answer = give("audit", "office", "--format", layout)
    for line in answer.out.splitlines():
        validator.validate(json.loads(line))
    alone = give("audit", "one.json", "--format", layout).out
    found = json.loads(alone)
    validator.validate(found)
    assert (len(alone.splitlines()) == 1) == (layout == "jsonl")
    assert found["form"] == "甲"
    assert (found["score_reported"], found["score_computed"]) == ("20", "18.00")
    assert found["bounds"] == ["18.00", "18.00"]
    (row,) = found["rows"]
    assert (row["indicator"], row["understood"]) == ("年办件量", True)
    assert (row["rule"], row["actual"]) == ("年办件量 >= 200000 件 weight 20", "180000")
    assert (row["earned"], row["reported"]) == ("18.00", "20")


def test_a_broken_file_does_not_stop_the_others(give: Give) -> None:
    answer = give("audit", "broken.json", "one.json", "no-such.json", "two.json")
    assert answer.status == 1
    assert answer.codes == ["IND403", "IND801"]
    assert "3 forms" in answer.out
    assert "2 files could not be read" in answer.out


def test_only_a_broken_file(give: Give) -> None:
    answer = give("audit", "broken.json", "--format", "json")
    assert (answer.status, answer.codes, answer.out) == (1, ["IND403"], "")


def test_a_defect_in_one_form_does_not_stop_the_others(
    give: Give, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(form: Form, *rest: object) -> object:
        if form.name == "乙":
            raise RuntimeError("boom")
        return made(form, *rest)

    made: Any = transcribe
    monkeypatch.setattr("indicator_dsl.cli.auditing.transcribe", failing)
    answer = give("audit", "one.json", "two.json", "--format", "jsonl")
    assert (answer.status, answer.codes) == (1, ["IND901"])
    assert forms_in(answer) == ["甲", "丙"]


@pytest.mark.parametrize("path", ["empty", "empty/"])
def test_a_folder_without_forms(give: Give, path: str) -> None:
    answer = give("audit", path)
    assert (answer.status, answer.codes, answer.out) == (1, ["IND843"], "")


@pytest.mark.parametrize(
    ("path", "code"), [("n" * 5000, "IND807"), ("a\0b", "IND807"), ("", "IND843")]
)
def test_odd_paths(give: Give, tmp_path: Path, path: str, code: str) -> None:
    for file in tmp_path.rglob("*.json*"):
        file.unlink()
    answer = give("audit", path)
    assert (answer.status, answer.codes) == (1, [code])


def test_a_shipped_profile_and_one_of_ones_own(give: Give) -> None:
    told = json.loads(give("audit", "one.json", "--format", "json", "--profile", "own.ind").out)
    assert told["score_computed"] == "0.00"  # by pass: 180000 is less than 200000
    answer = give("audit", "one.json", "--profile", "mof-2019")
    assert (answer.status, answer.codes, answer.out) == (1, ["IND806"], "")


# ---- files written


@pytest.mark.parametrize(
    ("file", "begins"),
    [("a.md", "# Audit of"), ("a.txt", " 甲项目"), ("a.json", "{\n"), ("a.jsonl", '{"form"')],
)
def test_the_ending_says_how_a_file_is_written(
    give: Give, tmp_path: Path, file: str, begins: str
) -> None:
    (tmp_path / file).write_text("before", encoding="utf-8")
    answer = give("audit", "one.json", "-o", file)
    assert (answer.status, answer.out, answer.err) == (0, f"{file}\n", "")
    assert (tmp_path / file).read_text(encoding="utf-8").startswith(begins)


def test_many_forms_in_a_file(give: Give, tmp_path: Path) -> None:
    give("audit", "office", "-o", "a.jsonl")
    assert (tmp_path / "a.jsonl").read_text(encoding="utf-8").count("\n") == 3
    give("audit", "office", "-o", "a.md", "--detail")
    told = (tmp_path / "a.md").read_text(encoding="utf-8")
    assert told.count("# Audit of") == 3
    assert "**3 forms**" in told


def test_a_file_that_cannot_be_written(give: Give) -> None:
    answer = give("audit", "one.json", "-o", "nowhere/a.md")
    assert (answer.status, answer.codes, answer.out) == (1, ["IND817"], "")


def test_without_a_form_a_file_is_left_as_it_is(give: Give, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("before", encoding="utf-8")
    assert give("audit", "broken.json", "-o", "a.md").status == 1
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == "before"


@pytest.mark.parametrize(
    "words",
    [[], ["one.json", "-o", "a.xyz"], ["one.json", "-o", "a"], ["one.json", "--format", "pdf"]],
)
def test_a_wrong_command_line(give: Give, words: list[str]) -> None:
    assert give("audit", *words).status == 2


def test_a_long_run_draws_no_bar_where_there_is_no_terminal(give: Give, tmp_path: Path) -> None:
    lay_out(tmp_path, {f"many/{n}.json": as_json(record(f"表{n}")) for n in range(30)})
    answer = give("audit", "many")
    assert (answer.status, answer.err) == (0, "")
    assert "30 forms" in answer.out


NOTE: Final = as_json(record("甲")).decode().encode("gb18030")


def test_notes_on_a_file_are_told_of_one_and_not_of_many(give: Give, tmp_path: Path) -> None:
    (tmp_path / "old.json").write_bytes(NOTE)
    assert give("audit", "old.json").codes == ["IND805"]
    assert give("audit", "old.json", "one.json").codes == []


def test_a_file_may_be_as_large_through_a_pipe_as_by_its_name(give: Give, tmp_path: Path) -> None:
    form = forms_from_bytes(as_json(record("甲")), "a.json", Collector())[0]
    stream = BytesIO(WRITERS["docx"](layout(form)))
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("word/media/image1.bin", os.urandom(5 * 1024 * 1024))
    content = stream.getvalue()
    (tmp_path / "large.docx").write_bytes(content)
    named = give("audit", "large.docx", "--format", "json")
    piped = give("audit", "-", "--format", "json", stdin=content)
    assert (0, 0) == (named.status, piped.status)
    assert json.loads(named.out)["rows"] == json.loads(piped.out)["rows"]
    text = as_json(record("甲")) + b" " * (5 * 1024 * 1024)
    (tmp_path / "large.json").write_bytes(text)
    assert ["IND803"] == give("audit", "large.json").codes
    assert ["IND803"] == give("audit", "-", stdin=text).codes
