"""`diff`: what is compared, what is shown, and the exit status."""

import json
from pathlib import Path

import pytest
from jsonschema import validate

from indicator_dsl.rendering import changes_schema
from tests.desk import lay_out
from tests.prompt import Give

OLD = "round 2 each\n年办件量 >= 20 万件 weight 20\n".encode()
SAME = "保留 2 位 逐项\n年办件量 不低于 200000 件 分值 20  # 同\n".encode()
NEW = "round 2 each\n年办件量 >= 220000 件 weight 20\n".encode()
FIRST = "年办件量 = 180000件\n".encode()
SECOND = "年办件量 = 19万件\n".encode()


@pytest.fixture(autouse=True)
def files(tmp_path: Path) -> None:
    lay_out(
        tmp_path,
        {
            "old.ind": OLD,
            "same.ind": SAME,
            "new.ind": NEW,
            "first.act": FIRST,
            "second.act": SECOND,
            "broken.ind": "年办件量 => 200000 件 weight 20\n".encode(),
            "broken.act": "年办件量 : 180000件\n".encode(),
            "2024/rules.ind": OLD,
            "2024/rules.act": FIRST,
            "2025/rules.ind": NEW,
            "2025/actuals.act": SECOND,
        },
    )


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["old.ind", "same.ind"], 0),
        (["old.ind", "same.ind", "--strict"], 0),
        (["old.ind", "new.ind"], 0),
        (["old.ind", "new.ind", "--strict"], 1),
        (["old.ind", "--actuals", "first.act", "first.act", "--strict"], 0),
        (["old.ind", "--actuals", "first.act", "second.act", "--strict"], 1),
        (["old.ind", "same.ind", "--actuals", "first.act", "second.act", "--strict"], 1),
    ],
)
def test_status(give: Give, words: list[str], status: int) -> None:
    answer = give("diff", *words)
    assert (answer.status, answer.err) == (status, "")


def test_nothing_differs_in_meaning(give: Give) -> None:
    assert "no difference in meaning" in give("diff", "old.ind", "same.ind").out


def test_actuals_that_lie_beside(give: Give) -> None:
    # 18/20·20 = 18, 19/22·20 ≈ 17.27
    told = give("diff", "2024/rules.ind", "2025/rules.ind").out
    assert "18.00 → 17.27: −0.73" in told
    assert "18.00" not in give("diff", "2024/rules.ind", "2025/rules.ind", "--rules-only").out
    assert "18.00" not in give("diff", "2024/rules.ind", "new.ind").out


def test_one_ruleset_and_two_actuals(give: Give) -> None:
    told = give("diff", "old.ind", "--actuals", "first.act", "second.act").out
    assert "18.00 → 19.00: +1.00" in told
    assert "no difference in meaning" not in told


def test_shipped_rulesets(give: Give) -> None:
    answer = give("diff", "mof-2020", "mof-2021-cost", "--rules-only", "--lang", "zh")
    assert answer.status == 0
    assert "全表规定" in answer.out


def test_standard_input(give: Give) -> None:
    told = give("diff", "-", "new.ind", stdin=OLD)
    assert (told.status, told.err) == (0, "")
    assert "≥ 20 万件 → ≥ 220000 件" in told.out
    told = give("diff", "old.ind", "--actuals", "first.act", "-", stdin=SECOND)
    assert "18.00 → 19.00: +1.00" in told.out


@pytest.mark.parametrize(
    "words",
    [
        ["old.ind"],
        [],
        ["-", "-"],
        ["-", "new.ind", "--actuals", "-", "first.act"],
        ["old.ind", "new.ind", "--rules-only", "--actuals", "first.act", "second.act"],
        ["old.ind", "new.ind", "--actuals", "first.act"],
    ],
)
def test_a_wrong_command_line(give: Give, words: list[str]) -> None:
    assert give("diff", *words).status == 2


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (["broken.ind", "new.ind"], ["IND102"]),
        (["old.ind", "broken.ind"], ["IND102"]),
        (["old.ind", "nowhere.ind"], ["IND801"]),
        (["nowhere.ind", "nowhere.ind"], ["IND801", "IND801"]),
        (["old.ind", "--actuals", "first.act", "broken.act"], ["IND401"]),
        (["broken.ind", "new.ind", "--actuals", "broken.act", "first.act"], ["IND102", "IND401"]),
    ],
)
def test_all_that_is_in_error_is_shown(give: Give, words: list[str], codes: list[str]) -> None:
    answer = give("diff", *words)
    assert (1, "", codes) == (answer.status, answer.out, sorted(answer.codes))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_format(give: Give, lang: str) -> None:
    pair = ["2024/rules.ind", "2025/rules.ind", "--lang", lang, "--format"]
    record = json.loads(give("diff", *pair, "json").out)
    validate(record, changes_schema())
    assert record["cards"]["parts"]["factors"][0]["factors"] == ["performance"]
    for layout, sign in (("text", "->"), ("markdown", "| --- |"), ("rich", "→")):
        assert sign in give("diff", *pair, layout).out
