"""`plot`, `chart` and `report`: what is taken, what is drawn or written, what is refused."""

from pathlib import Path

import pytest

from tests.desk import lay_out
from tests.prompt import Give

RULES = """ruleset "大厅" 2024
round 2 each
scale 等 = 优 100, 差 0
年办件量 >= 200000 件 weight 20
服务 is 等 weight 10
"""


@pytest.fixture(autouse=True)
def files(tmp_path: Path) -> None:
    lay_out(
        tmp_path,
        {
            "hall.ind": RULES.encode(),
            "hall.act": "年办件量 = 180000件 reported 20\n服务 = 优\n".encode(),
            "alone/rules.ind": RULES.encode(),
            "broken.ind": "年办件量 => 200000 件 weight 20\n".encode(),
        },
    )


def test_a_curve_with_the_actual_that_lies_beside(give: Give) -> None:
    answer = give("plot", "hall.ind", "年办件量", "--format", "text")
    assert 0 == answer.status
    assert "X actual 180000 件: 18.00 points" in answer.out
    assert "target >= 200000 件" in answer.out


def test_a_curve_alone(give: Give) -> None:
    for words in (["alone/rules.ind", "年办件量"], ["alone/rules.ind", " 年办件量 "]):
        answer = give("plot", *words)
        assert (0, "") == (answer.status, answer.err)
        assert "actual" not in answer.out
    assert 0 == give("plot", "-", "年办件量", stdin=RULES.encode()).status


def test_actuals_that_are_named(give: Give) -> None:
    answer = give("plot", "alone/rules.ind", "年办件量", "hall.act")
    assert "◆ actual 180000 件: 18.00 points" in answer.out


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["plot", "hall.ind", "服务"], "IND873"),
        (["plot", "alone/rules.ind", "服务"], "IND873"),
        (["plot", "hall.ind", "年办件数"], "IND809"),
        (["plot", "alone/rules.ind", "年办件数"], "IND809"),
        (["plot", "broken.ind", "年办件量"], "IND102"),
        (["plot", "nowhere.ind", "年办件量"], "IND801"),
        (["plot", "hall.ind", "年办件量", "nowhere.act"], "IND801"),
        (["chart", "alone/rules.ind"], "IND808"),
        (["report", "alone/rules.ind"], "IND808"),
        (["report", "hall.ind", "-o", "no/such/folder.html"], "IND817"),
        (["report", "hall.ind", "-o", "r.pdf", "--browser", "nowhere"], "IND871"),
        (["report", "hall.ind", "-o", "r.pdf", "--browser", "hall.act"], "IND872"),
    ],
)
def test_what_is_refused(give: Give, words: list[str], code: str) -> None:
    answer = give(*words)
    assert (1, "", [code]) == (answer.status, answer.out, answer.codes)
    assert not list(Path.cwd().glob("r.*"))


def test_a_chart(give: Give) -> None:
    answer = give("chart", "hall.ind", "--format", "text", "--lang", "zh")
    assert (0, "") == (answer.status, answer.err)
    assert " 从满分到总分\n" in answer.out
    assert "28.00" in answer.out
    assert "██" in give("chart", "hall.ind").out


def test_a_report_on_standard_output_or_in_a_file(give: Give) -> None:
    shown = give("report", "hall.ind", "--lang", "zh")
    assert shown.out.startswith('<!DOCTYPE html>\n<html lang="zh-CN">\n')
    written = give("report", "hall.ind", "-o", "page.html", "--lang", "zh")
    assert (0, "page.html\n") == (written.status, written.out)
    assert shown.out == Path("page.html").read_text(encoding="utf-8")
    assert 0 == give("report", "hall.ind", "-o", "page.html").status  # made anew
    assert '<html lang="en">' in Path("page.html").read_text(encoding="utf-8")
    assert 1 == give("report", "hall.ind", "-o", "page.html", "--strict").status
    assert 0 == give("report", "hall.ind", "-o", "page.txt", "--format", "html").status


@pytest.mark.parametrize("words", [["--format", "pdf"], ["-o", "page.docx"], ["-o", "page"]])
def test_what_kind_of_file_must_be_clear(give: Give, words: list[str]) -> None:
    answer = give("report", "hall.ind", *words)
    assert (2, "") == (answer.status, answer.out)


def test_a_paragraph(give: Give) -> None:
    told = " ".join(give("explain", "hall.ind", "--depth", "0").out.split())
    assert told.startswith("“大厅” (2024) comes to 28.00 of 30 points.")
    assert told in " ".join(
        give("explain", "hall.ind", "--depth", "0", "--format", "text").out.split()
    )
    marked = give("explain", "hall.ind", "--depth", "0", "--format", "markdown").out
    assert 1 == marked.count("\n")
    one = give("explain", "hall.ind", "--depth", "0", "--indicator", "年办件量").out
    assert one == give("explain", "hall.ind", "--depth", "1", "--indicator", "年办件量").out


def test_a_log(give: Give) -> None:
    lines = give("score", "hall.ind", "--format", "log").out.splitlines()
    assert ["card", "line", "line", "finding"] == [line.split(" ")[0] for line in lines]


def test_one_indicator_of_the_record(give: Give) -> None:
    answer = give("explain", "hall.ind", "--format", "json", "--indicator", "服务")
    assert '"indicator": "服务"' in answer.out
    assert '"indicator": "年办件量"' not in answer.out
