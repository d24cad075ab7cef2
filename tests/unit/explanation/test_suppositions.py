"""Which names can be changed, and what the actuals are afterwards."""

import pytest

from indicator_dsl.diagnostics import Collector
from indicator_dsl.explanation import Supposition, changed, changes_from
from indicator_dsl.model import Actuals, Entry
from tests.engine import ruleset_of

RULES = ruleset_of("""input 执行数 万元
input 预算数 万元
let 执行率 = 执行数 / 预算数
执行率 >= 100 % weight 10
制度 weight 10
  by points
  - 健全: 6
  - 有效: 4
bonus "创新" 1 each cap 3
veto "虚报" total 59
""")


@pytest.mark.parametrize(
    ("name", "found", "item"),
    [
        ("执行数", "执行数", ""),
        ("  制度 ", "制度", ""),
        ("制度/有效", "制度", "有效"),
        ("制度/ 有效 ", "制度", "有效"),
        ("创新", "创新", ""),
        ("虚报", "虚报", ""),
    ],
)
def test_what_is_handed_in_can_be_changed(name: str, found: str, item: str) -> None:
    collector = Collector()
    (change,) = changes_from(RULES, [(name, "1")], collector)
    assert ((found, item), False) == ((change.name, change.item), collector.has_errors)


@pytest.mark.parametrize(
    ("name", "code", "said"),
    [
        ("执行率", "IND851", "is worked out from 执行数, 预算数"),
        ("执行", "IND809", "did you mean 执行数?"),
        ("制度/有校", "IND809", "did you mean 制度/有效"),
        ("qqq", "IND809", "the ruleset has no indicator `qqq`"),
    ],
)
def test_other_names_are_reported(name: str, code: str, said: str) -> None:
    collector = Collector()
    assert () == changes_from(RULES, [(name, "1")], collector)
    (diagnostic,) = collector.sorted()
    assert code == diagnostic.code
    assert said in diagnostic.message.en


def test_the_rest_stays_as_it_was_handed_in() -> None:
    kept = Entry(name="执行数", cell="5 万元", reason="停工")
    ticked = Entry(name="制度", items=(("健全", "是"), ("有效", "否")))
    before = Actuals(title="表", entries=(kept, ticked))
    after = changed(
        before,
        [
            Supposition(name="执行数", cell="6 万元"),
            Supposition(name="制度", item="有效", cell="是"),
            Supposition(name="创新", cell=1),
            Supposition(name="创新", cell=2),
        ],
    )
    assert "表" == after.title
    assert Entry(name="执行数", cell="6 万元", reason="停工") == after.entry("执行数")
    assert Entry(name="制度", items=(("健全", "是"), ("有效", "是"))) == after.entry("制度")
    assert Entry(name="创新", cell=2) == after.entry("创新")


def test_a_mapping_answers_the_items_it_names() -> None:
    before = Actuals(entries=(Entry(name="制度", items=(("健全", "是"), ("有效", "否"))),))
    (change,) = changes_from(RULES, [("制度", {"有效": True})], Collector())
    entry = changed(before, [change]).entry("制度")
    assert entry is not None
    assert {"健全": "是", "有效": True} == dict(entry.items)
