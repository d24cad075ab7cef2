"""Limits, vetoes, bonuses and penalties, and each refusal with the words it marks."""

import pytest

from tests.engine import errors_of, ruleset_of, said_of

RULE = "\n甲 >= 5 件 weight 5"


@pytest.mark.parametrize(
    ("statement", "error"),
    [
        ('bonus "创新" 1 each', ("bonus-without-cap", 'bonus "创新" 1 each')),
        ('veto "虚报" grade <= 优', ("grade-unknown", "优")),
        ('grades 优 >= 90, else 差\nveto "虚报" grade <= 好', ("grade-unknown", "好")),
        ("limit total 50 when 没有 < 5 件", ("name-unknown", "没有")),
        ("limit total 50 when 甲 < 5 天", ("unit-mismatch", "5 天")),
    ],
)
def test_what_is_refused(statement: str, error: tuple[str, str]) -> None:
    assert [error] == errors_of(statement + RULE)


def test_what_is_kept() -> None:
    ruleset = ruleset_of(
        'grades 优 >= 90, else 差\nveto "虚报" grade <= 差 missing zero\nveto "事故" total <= 60\n'
        'bonus "创新" 1 each cap 3\npenalty "违规" 5 each\nlimit total 100\n'
        f"limit total 4 when 甲 < 3 件{RULE}"
    )
    assert [("虚报", "差", None, True), ("事故", None, 60, False)] == [
        (veto.name, veto.grade, veto.points, veto.missing_is_zero) for veto in ruleset.vetoes
    ]
    assert [("创新", True), ("违规", False)] == [(e.name, e.is_bonus) for e in ruleset.extras]
    assert [[1, 3], [5, None]] == [[extra.each, extra.cap] for extra in ruleset.extras]
    assert [100, 4] == [limit.points for limit in ruleset.limits]
    assert [True, False] == [limit.condition is None for limit in ruleset.limits]


@pytest.mark.parametrize(
    ("text", "is_noted"),
    [
        ('bonus "创新" 1 each cap 3', True),
        ('bonus "创新" 1 each cap 3\nlimit total 4 when 甲 < 3 件', True),
        ('bonus "创新" 1 each cap 3\nlimit total 100', False),
        ('penalty "违规" 1 each', False),
    ],
)
def test_a_total_without_a_limit_is_noted(text: str, is_noted: bool) -> None:  # noqa: FBT001 - a table of truths
    noted = [name for name, _ in said_of(f"round 2 each\n{text}{RULE}")]
    assert (["total-unlimited"] if is_noted else []) == noted
