"""Whatever is written or pasted on the page, every answer is JSON, with places inside the text."""

import json
from typing import Any

from hypothesis import given, settings, strategies as st

from indicator_dsl.page import Visit
from tests.strategies import ACTUALS, RULESET, damaged


def asked(visit: Visit, what: str, **more: object) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(visit.ask(json.dumps({"ask": what, **more})).text)
    assert "failed" not in record, record
    return record


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@settings(max_examples=15)
@given(damaged(RULESET), damaged(ACTUALS), st.integers(0, 4000))
def test_texts(ruleset: str, actuals: str, at: int) -> None:
    visit = Visit()
    told = asked(visit, "analyse", ruleset=ruleset, actuals=actuals)
    for of, text in (("ruleset", ruleset), ("actuals", actuals)):
        most = units(text.replace("\r\n", "\n"))
        for each in told[of]["diagnostics"]:
            assert 0 <= each["from"] <= each["to"] <= most
        assert all(0 <= hint["at"] <= most for hint in told[of]["hints"])
        hover = asked(visit, "hover", of=of, at=at)
        assert not hover["markdown"] or 0 <= hover["from"] <= hover["to"] <= most
        for option in asked(visit, "complete", of=of, text=text, at=at)["options"]:
            assert 0 <= option["from"] <= option["to"] <= most
        asked(visit, "format", of=of, text=text, to="zh")
        for correction in asked(visit, "corrections", of=of, number=0)["corrections"]:
            assert all(0 <= edit["from"] <= edit["to"] <= most for edit in correction["edits"])


@settings(max_examples=25)
@given(st.text(max_size=300), st.binary(max_size=300))
def test_forms(text: str, content: bytes) -> None:
    visit = Visit()
    for record in (
        asked(visit, "read", text=text, name="a.txt"),
        json.loads(visit.ask('{"ask": "read", "name": "a.docx"}', content).text),
    ):
        assert "failed" not in record
        assert record["forms"] or record["diagnostics"]
        asked(visit, "audit", number=0)
