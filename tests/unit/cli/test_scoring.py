"""`score`, `explain`, `code` and `rulesets`: which files are taken, what is shown, the status."""

import json
from pathlib import Path

import pytest

from tests.desk import lay_out
from tests.prompt import Give

GOOD = "年办件量 >= 200000 件 weight 20\n".encode()
ACTUALS = "年办件量 = 180000件 reported 18\n".encode()
DISPUTED = "年办件量 = 180000件 reported 20\n".encode()


@pytest.fixture(autouse=True)
def files(tmp_path: Path) -> None:
    lay_out(
        tmp_path,
        {
            "good.ind": GOOD,
            "good.act": ACTUALS,
            "disputed.act": DISPUTED,
            "broken.ind": "年办件量 => 200000 件 weight 20\n".encode(),
            "broken.act": "年办件量 : 180000件\n".encode(),
            "lone/rules.ind": GOOD,
            "lone/broken.ind": "年办件量 => 200000 件 weight 20\n".encode(),
            "beside/rules.ind": GOOD,
            "beside/actuals.act": ACTUALS,
        },
    )


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (["broken.ind", "broken.act"], ["IND401", "IND102"]),
        (["broken.ind", "good.act"], ["IND102"]),
        (["good.ind", "broken.act"], ["IND401"]),
        (["broken.ind"], ["IND401", "IND102"]),  # broken.act lies beside it
        (["lone/broken.ind"], ["IND102"]),
        (["nowhere.ind", "nowhere.act"], ["IND801", "IND801"]),
        (["nowhere.ind"], ["IND801"]),
        (["good.ind", "lone"], ["IND802"]),
        (["lone/rules.ind"], ["IND808"]),
        (["lone"], ["IND806"]),
        (["chaoyang-window-2023"], ["IND806"]),
    ],
)
@pytest.mark.parametrize("command", ["score", "explain"])
def test_all_that_is_in_error_is_shown(
    give: Give, command: str, words: list[str], codes: list[str]
) -> None:
    answer = give(command, *words)
    assert (1, "", sorted(codes)) == (answer.status, answer.out, sorted(answer.codes))


def test_the_nearest_ruleset_is_named(give: Give) -> None:
    assert "did you mean chaoyang-window-2024?" in give("score", "chaoyang-window-2023").err
    assert "did you mean" not in give("score", "qqq").err


def test_without_actuals_the_help_can_be_pasted(give: Give) -> None:
    assert "indicator-dsl score lone/rules.ind actuals.act" in " ".join(
        give("score", "lone/rules.ind").err.split()
    )


@pytest.mark.parametrize(
    "words",
    [
        ["good.ind"],
        ["good.ind", "good.act"],
        ["beside/rules.ind"],
        ["lone/rules.ind", "good.act"],
    ],
)
def test_actuals_are_named_or_lie_beside(give: Give, words: list[str]) -> None:
    answer = give("score", *words, "--format", "json")
    assert (0, "") == (answer.status, answer.err)
    assert "18.00" == json.loads(answer.out)["total"]


def test_one_of_the_two_can_be_standard_input(give: Give) -> None:
    for words, stdin in ((["-", "good.act"], GOOD), (["good.ind", "-"], ACTUALS)):
        answer = give("score", *words, "--format", "json", stdin=stdin)
        assert "18.00" == json.loads(answer.out)["total"]
    both = give("score", "-", "-", stdin=GOOD)
    assert (2, "") == (both.status, both.out)
    assert "only one of the two can be -" in both.err
    assert ["IND808"] == give("score", "-", stdin=GOOD).codes


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["score", "good.ind"], 0),
        (["score", "good.ind", "disputed.act"], 0),
        (["score", "good.ind", "disputed.act", "--strict"], 1),
        (["score", "good.ind", "--strict"], 0),
        (["explain", "good.ind", "disputed.act"], 0),
        (["explain", "good.ind", "disputed.act", "--strict"], 1),
        (["explain", "good.ind", "--indicator", "年办件量"], 0),
        (["explain", "good.ind", "--indicator", "年办件数"], 1),
        (["rulesets"], 0),
        (["code", "unit-mismatch"], 0),
        (["code", "ind204"], 0),
        (["code", "IND999"], 1),
        ([], 2),
        (["score"], 2),
        (["score", "good.ind", "good.act", "third"], 2),
        (["score", "good.ind", "--lang", "fr"], 2),
        (["score", "good.ind", "--lang", ""], 2),
        (["score", "good.ind", "--format", "pdf"], 2),
        (["score", "good.ind", "--colour"], 2),
        (["explain", "good.ind", "--depth", "3"], 2),
        (["check"], 2),
        (["check", "good.ind", "--format", "markdown"], 2),
        (["fmt", "good.ind", "--to", "fr"], 2),
        (["code"], 2),
        (["scores", "good.ind"], 2),
        (["--help"], 0),
        (["--version"], 0),
    ],
)
def test_exit_status(give: Give, words: list[str], status: int) -> None:
    answer = give(*words)
    assert status == answer.status
    assert bool(answer.err) == (status == 2 or bool(answer.codes))


def test_the_nearest_indicator_and_code_are_named(give: Give) -> None:
    asked = give("explain", "good.ind", "--indicator", "年办件数")
    assert (["IND809"], "") == (asked.codes, asked.out)
    assert "did you mean 年办件量?" in " ".join(asked.err.split())
    near = " ".join(give("code", "let-cyclical").err.split())
    assert "did you mean let-cyclic, profile-cyclic?" in near


@pytest.mark.parametrize(
    ("layout", "begins"),
    [
        ("rich", "年办件量   18.00 of 20   lost 2.00\n"),
        ("text", "年办件量   18.00 of 20   lost 2.00\n"),
        ("markdown", "# Score sheet\n\n**18.00 of 20; 2.00 lost on 1 of 1 line**\n\n## 年办件量: "),
        ("json", '{\n  "schema": "explanation-1",\n'),
    ],
)
def test_each_format_of_explain(give: Give, layout: str, begins: str) -> None:
    answer = give("explain", "good.ind", "--format", layout)
    assert answer.out.startswith(begins)
    assert answer.out.endswith("\n")
    assert not answer.out.endswith("\n\n")


def test_one_indicator_in_markdown(give: Give) -> None:
    answer = give("explain", "good.ind", "--format", "markdown", "--indicator", "年办件量")
    assert "## 年办件量: 18.00 of 20, lost 2.00" == answer.out.splitlines()[0]


def test_what_is_said_of_the_files_does_not_mix_with_the_sheet(give: Give, tmp_path: Path) -> None:
    (tmp_path / "old.ind").write_bytes(GOOD.decode().encode("gbk"))
    answer = give("score", "old.ind", "good.act", "--format", "json")
    assert (0, ["IND805"]) == (answer.status, answer.codes)
    assert "18.00" == json.loads(answer.out)["total"]
