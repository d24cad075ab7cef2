"""What the editors' folder holds of the grammar is what the grammar says now.

Rewritten with the golden files: pytest --update-golden.
"""

import json
from pathlib import Path

import pytest

from indicator_dsl.highlighting import ActualsLexer, RulesetLexer, textmate_grammar
from indicator_dsl.highlighting.lexers import _TOKENS

ROOT = Path(__file__).parents[3]
EDITOR = ROOT / "editors" / "vscode"
SCOPES = {token: kind.value for kind, token in _TOKENS.items()}


def held(request: pytest.FixtureRequest, path: Path, text: str) -> None:
    if request.config.getoption("--update-golden"):
        path.write_text(text, encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("of_actuals", [False, True])
def test_textmate_grammars(request: pytest.FixtureRequest, *, of_actuals: bool) -> None:
    name = "indicator-actuals.json" if of_actuals else "indicator.json"
    held(request, EDITOR / "syntaxes" / name, textmate_grammar(of_actuals=of_actuals))


def test_colours_that_the_editor_is_tested_with(request: pytest.FixtureRequest) -> None:
    files = sorted((ROOT / "rulesets").rglob("*.ind")) + sorted((ROOT / "rulesets").rglob("*.act"))
    colours = {
        path.relative_to(ROOT).as_posix(): lines_of(path.read_text(encoding="utf-8"), path.suffix)
        for path in files
    }
    text = ",\n".join(
        f"{json.dumps(name)}: {json.dumps(lines, ensure_ascii=False)}"
        for name, lines in colours.items()
    )
    held(request, EDITOR / "test" / "colours.json", f"{{\n{text}\n}}\n")


def lines_of(text: str, suffix: str) -> list[list[list[str]]]:
    """The coloured stretches of every line, as text and scope."""
    lexer = ActualsLexer() if suffix == ".act" else RulesetLexer()
    lines: list[list[list[str]]] = [[] for _ in text.split("\n")]
    for start, token, written in lexer.get_tokens_unprocessed(text):
        if written.strip() and token in SCOPES:
            lines[text.count("\n", 0, start)].append([written.strip(), SCOPES[token]])
    return lines
