"""`fill` writes the official form, and never over a file unless asked to."""

from pathlib import Path

import pytest

from tests.desk import lay_out
from tests.prompt import Give

RULES = 'ruleset "综合窗口" 2024\n年办件量 >= 200000 件 weight 20\n'
ACTUALS = "年办件量 = 180000件\n"


@pytest.fixture(autouse=True)
def _files(tmp_path: Path) -> None:
    files = {"a.ind": RULES.encode(), "a.act": ACTUALS.encode()}
    lay_out(tmp_path, files)


@pytest.mark.parametrize("name", ["自评表.xlsx", "自评表.docx", "FORM.XLSX"])
def test_a_form_is_written(give: Give, tmp_path: Path, name: str) -> None:
    answer = give("fill", "a.ind", "a.act", "-o", name)
    assert (0, f"{name}\n") == (answer.status, answer.out)
    assert (tmp_path / name).read_bytes().startswith(b"PK")


def test_a_file_that_exists_is_left_alone(give: Give, tmp_path: Path) -> None:
    (tmp_path / "form.xlsx").write_text("mine")
    answer = give("fill", "a.ind", "a.act", "-o", "form.xlsx")
    assert 1 == answer.status
    assert "IND816" in answer.err
    assert "mine" == (tmp_path / "form.xlsx").read_text()
    assert 0 == give("fill", "a.ind", "a.act", "-o", "form.xlsx", "--overwrite").status
    assert (tmp_path / "form.xlsx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("form.pdf", "IND845"),
        ("form", "IND845"),
        ("no/folder.xlsx", "IND817"),
        ("a" * 300 + ".docx", "IND817"),
    ],
)
def test_what_cannot_be_written_is_said(give: Give, name: str, code: str) -> None:
    answer = give("fill", "a.ind", "a.act", "-o", name)
    assert 1 == answer.status
    assert code in answer.err
    assert "Traceback" not in answer.err
