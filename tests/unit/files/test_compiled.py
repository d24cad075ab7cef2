"""Compiled rulesets: what comes back is what was written, and nothing else is taken for one."""

import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

from indicator_dsl import RulesetError, load_ruleset, parse_ruleset
from indicator_dsl.diagnostics import Collector
from indicator_dsl.files import compiled_text, read_compiled
from indicator_dsl.model import Measured, Ruleset
from tests.cards import CardSheet, card_sheets
from tests.engine import ruleset_of

SHIPPED = [path.parent.name for path in sorted(Path("rulesets").glob("*/ruleset.ind"))]
RULES = parse_ruleset("年办件量 >= 200000 件 weight 20\n满意度 >= 95 % weight 10 zero below 60 %")


def read_back(text: str, folder: Path) -> tuple[Ruleset | None, list[str]]:
    file = folder / "a.indc"
    file.write_text(text, encoding="utf-8")
    collector = Collector()
    found = read_compiled(file, collector)
    return found, [said.sentence() for said in collector.sorted()]


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_ruleset_comes_back(name: str, tmp_path: Path) -> None:
    ruleset = load_ruleset(name).model
    found, said = read_back(compiled_text(ruleset), tmp_path)
    assert [] == said
    assert found == ruleset
    assert found is not None
    assert found.sha256 == ruleset.sha256
    for mine, other in zip(found.indicators, ruleset.indicators, strict=True):
        assert (mine.place, mine.marks) == (other.place, other.marks)
        if isinstance(mine.measure, Measured) and isinstance(other.measure, Measured):
            assert mine.measure.curve == other.measure.curve


@given(card_sheets())
def test_any_sheet_comes_back(sheet: CardSheet) -> None:
    from indicator_dsl.files.values import (  # noqa: PLC0415
        data_from_ruleset,
        ruleset_from_data,
    )

    ruleset = ruleset_of(sheet.text())
    found = ruleset_from_data(json.loads(json.dumps(data_from_ruleset(ruleset))))
    assert found == ruleset
    assert [each.place for each in found.indicators] == [each.place for each in ruleset.indicators]


def test_it_scores_and_explains_alike(tmp_path: Path) -> None:
    file = tmp_path / "a.indc"
    file.write_text(compiled_text(RULES.model), encoding="utf-8")
    cells = {"年办件量": "187213件", "满意度": "91.28%"}
    assert load_ruleset(file).evaluate(cells) == RULES.evaluate(cells)
    assert load_ruleset(str(file)).evaluate(cells).explain() == RULES.evaluate(cells).explain()


def test_it_loads_without_lark_and_without_a_parser(tmp_path: Path) -> None:
    file = tmp_path / "a.indc"
    file.write_text(compiled_text(RULES.model), encoding="utf-8")
    script = (
        "import sys; from indicator_dsl import load_ruleset;"
        f"load_ruleset({str(file)!r}).evaluate({{'满意度': 95}}).total;"
        "print([m for m in sys.modules if m.startswith(('lark', 'indicator_dsl.syntax'))])"
    )
    told = subprocess.run(  # noqa: S603 - this interpreter
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert "[]\n" == told.stdout


def sealed(content: object) -> str:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    seal = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    head = {"format": "indicator-dsl compiled ruleset", "version": 1, "sha256": seal}
    return json.dumps({**head, "content": content}, ensure_ascii=False)


def content() -> Any:  # noqa: ANN401 - JSON data
    return json.loads(compiled_text(RULES.model))["content"]


def test_what_is_sealed_here_is_read(tmp_path: Path) -> None:
    found, said = read_back(sealed(content()), tmp_path)
    assert (RULES.model, []) == (found, said)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "it is no JSON"),
        ("[" * 100_000, "it is no JSON"),
        ("{}", "it is another kind of file"),
        ("[]", "it is another kind of file"),
        (compiled_text(RULES.model).replace('"version":1', '"version":2'), "writes them differen"),
        (compiled_text(RULES.model).replace("200000", "100000"), "damaged or changed by hand"),
        (compiled_text(RULES.model)[:-9], "it is no JSON"),
    ],
)
def test_another_file_is_refused(text: str, why: str, tmp_path: Path) -> None:
    found, (said,) = read_back(text, tmp_path)
    assert found is None
    assert why in said


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("texts",), None),
        (("texts",), [["a"]]),
        (("ruleset",), None),
        (("ruleset", "is"), "Indicator"),
        (("ruleset", "other"), 1),
        (("ruleset", "total"), "1/0"),
        (("ruleset", "total"), 30),
        (("ruleset", "total"), "9" * 5000),
        (("ruleset", "year"), "2024"),
        (("ruleset", "rounding"), {"is": "Rounding", "places": 10**9}),
        (("ruleset", "rounding"), {"is": "Rounding", "places": True}),
        (("ruleset", "indicators", 0, "weight"), None),
        (("ruleset", "indicators", 0, "name"), 5),
        (("ruleset", "indicators", 0, "place"), [7, 0, 1]),
        (("ruleset", "indicators", 0, "place"), [0, 5, 10**9]),
        (("ruleset", "indicators", 0, "measure"), {"is": "SourceText", "name": "a", "text": "b"}),
        (("ruleset", "indicators", 0, "measure", "method"), "eval"),
        (("ruleset", "indicators", 0, "measure", "draw"), "eval"),
        (("ruleset", "indicators", 0, "measure", "target", "value", "unit", "factor"), "0"),
        (("ruleset", "indicators"), {"0": 1}),
    ],
)
def test_what_does_not_fit_is_refused_though_it_is_sealed(
    path: tuple[str | int, ...], value: object, tmp_path: Path
) -> None:
    whole = content()
    inner = whole
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    found, said = read_back(sealed(whole), tmp_path)
    assert found is None
    assert 1 == len(said)


def test_a_path_that_is_none_says_so() -> None:
    with pytest.raises(RulesetError) as caught:
        load_ruleset("missing/a.indc")
    assert "file-missing" == caught.value.diagnostics[0].name


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists))
def test_no_content_crashes(data: object) -> None:
    from indicator_dsl.files.values import Unfit, ruleset_from_data  # noqa: PLC0415

    with pytest.raises(Unfit):
        ruleset_from_data({"texts": [], "ruleset": data})
