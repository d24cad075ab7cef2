"""The gallery: every case of a mistake with what is drawn for it, the source first.

`pytest --update-golden` writes docs/gallery.md anew; a change to a message is reviewed as its diff.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from indicator_dsl.checks import check_sheet
from indicator_dsl.diagnostics import Diagnostic
from indicator_dsl.rendering import diagnostic_text
from tests.engine import compiled, compiled_actuals

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "gallery.md"
LONGEST = 400  # characters of a source worth showing
HEAD = """# Mistakes and what is said of them

Each source comes first, then what `indicator-dsl check` draws for it, in English and in Chinese.
The sources are the cases in `tests/cases/bad`; the page is written by the tests.
[codes/index.md](codes/index.md) says more of each code.
"""


def said_of(case: dict[str, object], wanted: set[str]) -> Iterator[Diagnostic]:
    rules, achieved = case.get("ruleset"), case.get("actuals")
    if isinstance(rules, str):
        ruleset, said = compiled(rules)
        yield from (each for each in said if each.code in wanted)
        if ruleset is not None:
            yield from (each for each in check_sheet(ruleset) if each.code in wanted)
    elif isinstance(achieved, str):
        yield from (each for each in compiled_actuals(achieved)[1] if each.code in wanted)


def entry(path: Path) -> str:
    case = tomllib.loads(path.read_text(encoding="utf-8"))
    source = case.get("ruleset") or case.get("actuals")
    if not isinstance(source, str) or len(source) > LONGEST or "times" in case or "`" in source:
        return ""
    if not source.replace("\n", "").isprintable():
        return ""
    wanted = {each["code"] for each in case["expect"]}
    drawn = list(said_of(case, wanted))
    if not drawn:
        return ""
    blocks = [f"## {path.stem}", f"```text\n{source.strip(chr(10))}\n```"]
    for lang in ("en", "zh"):
        texts = [diagnostic_text(each, lang, 100) for each in drawn]
        blocks.append("```text\n" + "\n\n".join(texts) + "\n```")
    return "\n\n".join(blocks)


def test_the_gallery(request: pytest.FixtureRequest) -> None:
    cases = sorted((ROOT / "tests" / "cases" / "bad").glob("*.toml"))
    page = "\n\n".join([HEAD.rstrip(), *filter(None, map(entry, cases))]) + "\n"
    if request.config.getoption("--update-golden"):
        PAGE.write_text(page, encoding="utf-8", newline="\n")
    assert page.count("\n## ") > 100
    assert page == PAGE.read_text(encoding="utf-8")
