"""Every assumption of a shipped ruleset is told in the language of the reader."""

import re

import pytest

from indicator_dsl import load_ruleset, parse_ruleset
from indicator_dsl.files import shipped_rulesets

HAN = re.compile(r"[\u4e00-\u9fff]{5}")  # names of levels and grades stay as they are


@pytest.mark.parametrize("name", [shipped.id for shipped in shipped_rulesets()])
def test_shipped_assumptions_are_told_in_both_languages(name: str) -> None:
    for said in load_ruleset(name).model.assumptions:
        assert not HAN.search(said.en.replace("优良中低差", "").replace("优良中差", "")), said.en
        assert re.search("[\u4e00-\u9fff]", said.zh), said.zh
        assert said.en != said.zh


def test_a_sentence_of_an_author_stays_as_it_was_written() -> None:
    sheet = parse_ruleset('assume "按部门意见"\n年办件量 >= 5 件 weight 20')
    (said,) = sheet.model.assumptions
    assert ("按部门意见", "按部门意见") == (said.en, said.zh)
