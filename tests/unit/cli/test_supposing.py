"""`explain --what-if`, `explain --to` and `sensitivity`: what is asked, shown and refused."""

import json
from pathlib import Path

import pytest

from tests.desk import lay_out
from tests.prompt import Give

SHEET = """round 2 each
grades 优 >= 27, 良 >= 20, else 差
年办件量 >= 200000 件 weight 20
制度 weight 10
  by points
  - 健全: 6
  - 有效: 4
"""
ACTUALS = """年办件量 = 180000件 reported 18
制度 =
- 健全: 是
- 有效: 否
"""


@pytest.fixture(autouse=True)
def files(tmp_path: Path) -> None:
    lay_out(tmp_path, {"a.ind": SHEET.encode(), "a.act": ACTUALS.encode()})


def test_several_changes_the_later_over_the_earlier(give: Give) -> None:
    words = [
        "--what-if",
        "年办件量=1件",
        "--what-if",
        "制度/有效=是",
        "--what-if",
        "年办件量=20万件",
    ]
    answer = give("explain", "a.ind", *words, "--format", "json")
    record = json.loads(answer.out)
    assert (0, "24.00", "30.00") == (
        answer.status,
        record["before"]["total"],
        record["after"]["total"],
    )
    assert [["6.00", "6.00"], "优"] == [record["difference"], record["after"]["grade"]]


def test_the_value_is_read_as_actuals_are(give: Give) -> None:
    def after(value: str) -> object:
        shown = give("explain", "a.ind", "--what-if", value, "--format", "json").out
        return json.loads(shown)["after"]["bounds"]

    assert ["6.00", "26.00"] == after("年办件量=")
    assert ["10.00", "10.00"] == after('"年办件量" = 0件 reason "停工"\n制度 =\n- 有效: 是')


@pytest.mark.parametrize("layout", ["rich", "text", "markdown"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_view_ends_with_a_line_and_holds_the_totals(
    give: Give, layout: str, lang: str
) -> None:
    for words in (["--what-if", "年办件量=19万件"], ["--to", "优"]):
        out = give("explain", "a.ind", *words, "--format", layout, "--lang", lang).out
        assert out.endswith("\n")
        assert "24.00" in out
    out = give("sensitivity", "a.ind", "--format", layout, "--lang", lang).out
    assert "0.0001" in out


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (["--what-if", "年办件=1"], ["IND809"]),
        (["--what-if", "年办件=1", "--what-if", "制度/健=是"], ["IND809", "IND809"]),
        (["--what-if", "年办件量 3 = 4 ="], ["IND809"]),
        (["--to", "优秀"], ["IND852"]),
        (["--to", ""], ["IND852"]),
        (["--to", "1e3"], ["IND852"]),
        (["--to", "优", "--cost", "年办件=2"], ["IND809"]),
        (["--to", "优", "--cost", "年办件量=0"], ["IND853"]),
        (["--to", "优", "--cost", "年办件量=-1", "--cost", "制度=多"], ["IND853", "IND853"]),
        (["--to", "优", "--indicator", "年办"], ["IND809"]),
    ],
)
def test_what_cannot_be_asked_is_refused(give: Give, words: list[str], codes: list[str]) -> None:
    answer = give("explain", "a.ind", *words)
    assert (1, "", codes) == (answer.status, answer.out, answer.codes)


@pytest.mark.parametrize(
    "words",
    [
        ["--what-if", "年办件量=1", "--to", "优"],
        ["--what-if", "年办件量=1", "--indicator", "年办件量"],
        ["--cost", "年办件量=1"],
    ],
)
def test_two_questions_at_once_are_refused(give: Give, words: list[str]) -> None:
    assert 2 == give("explain", "a.ind", *words).status


def test_one_line_alone(give: Give) -> None:
    shown = give("explain", "a.ind", "--to", "26", "--indicator", "年办件量").out
    assert "180000 件 → 199950 件" in shown
    assert "制度" not in shown
    assert "年办件量" not in give("sensitivity", "a.ind", "--indicator", "制度").out
    assert ["IND809"] == give("sensitivity", "a.ind", "--indicator", "年办").codes


def test_never_leaves_a_line_out(give: Give) -> None:
    shown = json.loads(
        give("explain", "a.ind", "--to", "26", "--cost", "制度=never", "--format", "json").out
    )
    assert ["年办件量"] == [each["name"] for each in shown["alone"]]
    assert {"制度": "never"} == shown["costs"]


def test_strict_looks_at_the_new_card(give: Give) -> None:
    assert 0 == give("explain", "a.ind", "--strict").status
    assert 1 == give("explain", "a.ind", "--strict", "--what-if", "年办件量=很多").status


def test_hidden_characters_do_not_get_through(give: Give) -> None:
    for words in (
        ["--what-if", "年办\x1b[31m件量=1"],
        ["--to", "优\u202e"],
        ["--what-if", "年办\x1b[31m件\u202e量"],
        ["--to", "优", "--cost", "年办\x1b[31m件\u202e量"],
        ["--what-if", "年办件量=\u202e1"],
    ):
        answer = give("explain", "a.ind", *words)
        assert not set(answer.out + answer.err) & {"\x1b", "\u202e"}


@pytest.mark.parametrize("wanted", ["25", "25分", "25 分", "25 points"])
def test_points_may_be_called_points(give: Give, wanted: str) -> None:
    record = json.loads(give("explain", "a.ind", "--to", wanted, "--format", "json").out)
    # 18 + 6 are 24: 190000 / 200000 × 20 is 19, less half of 0.01 that rounding gives.
    assert ["189950 件"] == [
        each["move"]["after"] for each in record["alone"] if each["name"] == "年办件量"
    ]


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "points to reach are 0 or more"), ("zh", "要达到的分数不能低于 0")],
)
def test_points_below_0_are_refused_by_what_is_wrong_with_them(
    give: Give, lang: str, said: str
) -> None:
    answer = give("explain", "a.ind", "--to", "-3", "--lang", lang)
    assert (1, "") == (answer.status, answer.out)
    assert said in answer.err.replace("\n  ", "")
    assert "IND852" in answer.err


@pytest.mark.parametrize(
    ("option", "text", "lang", "said"),
    [
        ("--what-if", "年办件量", "en", "`年办件量` does not say which value; write NAME=VALUE"),
        ("--what-if", "=5", "en", "`=5` does not say which value"),
        ("--what-if", "制度/有效", "zh", "“制度/有效”没有写明取什么值；请写 名称=值"),
        ("--cost", "年办件量", "en", "`年办件量` does not say which cost; write NAME=2"),
    ],
)
def test_a_name_without_a_value_is_told_how_to_write_one(
    give: Give, option: str, text: str, lang: str, said: str
) -> None:
    goal = ["--to", "25"] if option == "--cost" else []
    answer = give("explain", "a.ind", *goal, option, text, "--lang", lang)
    assert 2 == answer.status
    assert said in answer.err


def test_full_points_by_rounding_are_called_so(give: Give) -> None:
    shown = give("explain", "a.ind", "--to", "26").out
    told = (
        "年办件量: 199950 件 earns full points because points are rounded; the target itself is "
        ">= 200000 件"
    )
    assert told in " ".join(shown.split())
    assert "by rounding" not in give("explain", "a.ind", "--to", "25").out
    assert "rounded" not in give("explain", "a.ind", "--to", "25").out
