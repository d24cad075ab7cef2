"""Every block of code in the documentation runs, every link leads somewhere, nothing is left out.

A block's language says how it is tried: `pycon` as a doctest, `ind` compiles (an info string with
codes means that just these are given), `act` parses, `console` is typed at the command line.
`file=NAME` lays a block down as a file that the blocks below it can name.
The commands that `json` and `yaml` blocks start are looked up, no more.
`pytest --update-golden` rewrites the output of `console` blocks and the grammars that are included.
"""

import doctest
import io
import json
import re
import shlex
import tomllib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import click
import pytest
from attrs import frozen
from click.testing import CliRunner

from indicator_dsl import (
    api,
    compile_text,
    curves,
    diagnostics,
    explanation,
    model,
    parse_actuals,
    quantities,
    scoring,
    source,
    wording,
)
from indicator_dsl.cli.main import commands
from indicator_dsl.diagnostics import Severity
from indicator_dsl.rendering import scorecard_schema

ROOT = Path(__file__).parents[2]
GRAMMARS = ROOT / "grammars"
PAGES = sorted(
    [
        *ROOT.glob("*.md"),
        *ROOT.glob("changelog.d/*.md"),
        *ROOT.glob("docs/**/*.md"),
        *ROOT.glob("rulesets/*/README.md"),
    ]
)
# The snippets of the code pages are tried beside the codes they belong to.
RUN = [page for page in PAGES if page.parent != ROOT / "docs" / "codes"]
ROOMS = (api, curves, diagnostics, explanation, model, quantities, scoring, source, wording)
LANGUAGES = {"", "act", "console", "ind", "json", "lark", "pycon", "sh", "text", "yaml"}

FENCED = re.compile(r"(?m)^(?P<fence>`{3,})(?P<info>.*)\n(?P<body>(?s:.*?))^(?P=fence)[ ]*$")
INCLUDED = re.compile(
    r"(?m)(?<=^<!-- grammar: )(?P<name>\S+) -->\n\n```lark\n(?P<body>(?s:.*?))```$"
)
LINK = re.compile(r"\[[^\]\n]*\]\((?P<to>[^)\s]+)\)")
HEADING = re.compile(r"(?m)^#+ +(?P<words>.+)$")
OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")


@frozen
class Block:
    """A fenced block of a page; `line` is that of its first line, `start` and `end` its span."""

    page: Path
    language: str
    words: tuple[str, ...]
    body: str
    line: int
    start: int
    end: int

    def __str__(self) -> str:
        return f"{self.page.relative_to(ROOT).as_posix()}:{self.line}"

    @property
    def codes(self) -> list[str]:
        return [word for word in self.words if word.startswith("IND")]

    @property
    def file(self) -> str | None:
        names = [word.removeprefix("file=") for word in self.words if word.startswith("file=")]
        return names[0] if names else None


def blocks_in(page: Path) -> list[Block]:
    text = page.read_text(encoding="utf-8")
    found = []
    for fenced in FENCED.finditer(text):
        language, *words = fenced["info"].split() or [""]
        start, end = fenced.span("body")
        line = text.count("\n", 0, start) + 1
        found.append(Block(page, language, tuple(words), fenced["body"], line, start, end))
    return found


BLOCKS = [block for page in RUN for block in blocks_in(page)]


def blocks_of(language: str) -> list[Block]:
    return [block for block in BLOCKS if block.language == language]


def pages_with(language: str) -> list[Path]:
    return sorted({block.page for block in blocks_of(language)})


def shown(what: Path | Block) -> str:
    return str(what) if isinstance(what, Block) else what.relative_to(ROOT).as_posix()


def prose(page: Path) -> str:
    return FENCED.sub("", page.read_text(encoding="utf-8"))


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty folder to stand in, and a terminal that has 80 columns and no colour."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("FORCE_COLOR", raising=False)


def lay_down(block: Block) -> None:
    if block.file:
        Path(block.file).write_text(block.body, encoding="utf-8", newline="\n")


def test_every_block_is_of_a_kind_that_is_tried() -> None:
    assert {} == {str(block): block.language for block in BLOCKS if block.language not in LANGUAGES}


@pytest.mark.parametrize("block", blocks_of("ind"), ids=shown)
def test_rulesets_compile_and_mistakes_give_their_codes(block: Block) -> None:
    given = [d.code for d in compile_text(block.body).diagnostics if d.severity != Severity.NOTE]
    assert block.codes == given


@pytest.mark.parametrize("block", blocks_of("act"), ids=shown)
def test_actuals_parse(block: Block) -> None:
    assert parse_actuals(block.body).entries


@pytest.mark.parametrize("block", blocks_of("json"), ids=str)
def test_settings_are_json(block: Block) -> None:
    assert json.loads(block.body)


@pytest.mark.parametrize("block", blocks_of("yaml"), ids=str)
def test_workflows_start_commands_that_exist(block: Block) -> None:
    started = re.findall(r"(?<!install )(?<!/)indicator-dsl ([a-z]+)", block.body)
    assert started
    assert set(started) <= set(commands.list_commands(CONTEXT))


@pytest.mark.parametrize("page", pages_with("pycon"), ids=shown)
@pytest.mark.usefixtures("workspace")
def test_python_sessions_run(page: Path) -> None:
    lines = [""] * (page.read_text(encoding="utf-8").count("\n") + 1)
    for block in blocks_in(page):
        lay_down(block)
        if block.language == "pycon":
            session = block.body.splitlines()
            lines[block.line - 1 : block.line - 1 + len(session)] = session
    parsed = doctest.DocTestParser().get_doctest("\n".join(lines), {}, page.name, str(page), 0)
    told = io.StringIO()
    done = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(parsed, out=told.write)
    assert done.attempted
    assert not done.failed, told.getvalue()


# ---- the command line


def typed(line: str, lang: str, status: int) -> tuple[list[str], int]:
    """What one line of a console prints, and the exit status a shell would keep of it."""
    command, _, first = line.partition(" | head -n ")
    words = shlex.split(command)
    given = b""
    if "<" in words:
        at = words.index("<")
        given = Path(words[at + 1]).read_bytes()
        words = words[:at]
    if words[0] == "indicator-dsl":
        spoken = {"INDICATOR_DSL_LANG": lang}
        done = CliRunner().invoke(commands, words[1:], input=given, env=spoken)
        assert isinstance(done.exception, SystemExit | None), done.exception
        printed, status = done.output, done.exit_code
    elif words[0] == "cat":
        printed = Path(words[1]).read_text(encoding="utf-8")
    else:
        assert ["echo", "$?"] == words
        printed = f"{status}\n"
    lines = [each.rstrip() for each in printed.splitlines()]
    return (lines[: int(first)], 0) if first else (lines, status)


def replayed(block: Block) -> str:
    """The block with the output its commands give now."""
    lines: list[str] = []
    lang = "zh" if "zh" in block.words else "en"
    status = 0
    for line in block.body.splitlines():
        if line.startswith("$ "):
            printed, status = typed(line.removeprefix("$ "), lang, status)
            gap = [""] if lines and lines[-1] and "echo" not in line else []
            lines += [*gap, line, *printed]
    return "".join(f"{line}\n" for line in lines)


@pytest.mark.parametrize("page", pages_with("console"), ids=shown)
@pytest.mark.usefixtures("workspace")
def test_commands_print_what_the_page_shows(page: Path, request: pytest.FixtureRequest) -> None:
    consoles: list[Block] = []
    now: list[str] = []
    for block in blocks_in(page):
        lay_down(block)
        if block.language == "console":
            consoles.append(block)
            now.append(replayed(block))
    if request.config.getoption("--update-golden"):
        text = page.read_text(encoding="utf-8")
        for block, body in zip(reversed(consoles), reversed(now), strict=True):
            text = text[: block.start] + body + text[block.end :]
        page.write_text(text, encoding="utf-8", newline="\n")
        return
    assert [block.body for block in consoles] == now


# ---- what the pages must hold


def test_the_grammar_is_included_as_it_is(request: pytest.FixtureRequest) -> None:
    page = ROOT / "docs" / "language.md"
    text = page.read_text(encoding="utf-8")

    def included(found: re.Match[str]) -> str:
        grammar = (GRAMMARS / found["name"]).read_text(encoding="utf-8")
        return f"{found['name']} -->\n\n```lark\n{grammar}```"

    if request.config.getoption("--update-golden"):
        page.write_text(INCLUDED.sub(included, text), encoding="utf-8", newline="\n")
        return
    bodies = {found["name"]: found["body"] for found in INCLUDED.finditer(text)}
    assert {
        path.name: path.read_text(encoding="utf-8") for path in GRAMMARS.glob("*.lark")
    } == bodies


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    seen: Counter[str] = Counter()
    found = set()
    for heading in HEADING.finditer(prose(page)):
        slug = re.sub(r"[^\w\- ]", "", heading["words"].lower()).replace(" ", "-")
        found.add(f"{slug}-{seen[slug]}" if seen[slug] else slug)
        seen[slug] += 1
    return found


@pytest.mark.parametrize("page", PAGES, ids=shown)
def test_internal_links_lead_somewhere(page: Path) -> None:
    dead = []
    for link in LINK.finditer(prose(page)):
        path, _, anchor = link["to"].partition("#")
        if "://" in link["to"] or path.startswith("mailto:"):
            continue
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            dead.append(link["to"])
    assert [] == dead


def table_rows(text: str) -> Iterable[list[str]]:
    for line in text.splitlines():
        if line.startswith("| ") and not line.startswith("| ---"):
            yield [cell.strip() for cell in line.strip("| ").split(" | ")]


def section(page: Path, heading: str) -> str:
    found = re.search(rf"(?ms)^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", prose(page))
    assert found is not None, f"{page.name} has no section {heading}"
    return found[1]


def test_the_glossary_names_every_type_of_the_model() -> None:
    rows = table_rows(prose(ROOT / "docs" / "glossary.md"))
    named = Counter(name for row in rows for name in re.findall(r"`([A-Z]\w+)`", row[1]))
    exported = {name for room in ROOMS for name in room.__all__}
    assert set() == {name for name in model.__all__ if name[0].isupper()} - set(named)
    assert set() == set(named) - exported
    assert [] == [name for name, times in named.items() if times > 1]


def test_the_reasons_are_the_closed_list() -> None:
    rows = table_rows(section(ROOT / "docs" / "language.md", "Reasons"))
    documented = [row[0].strip("`") for row in rows][1:]
    definitions = scorecard_schema()["$defs"]
    assert isinstance(definitions, dict)
    assert definitions["line"]["properties"]["reason"]["enum"] == documented


def test_the_rooms_are_those_of_the_import_contract() -> None:
    rows = table_rows(section(ROOT / "docs" / "architecture.md", "Rooms"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = project["tool"]["importlinter"]["contracts"][0]["layers"]
    lines = [layer.split(" | ") for layer in reversed(layers) if layer != "__main__"]
    place = {room: number for number, line in enumerate(lines) for room in line}
    described = [row[0].strip("`") for row in rows][1:]
    assert sorted(place) == sorted(described)
    assert described == sorted(described, key=place.__getitem__)


CONTEXT = click.Context(commands)


@pytest.mark.parametrize("name", commands.list_commands(CONTEXT))
def test_every_option_of_every_command_is_documented(name: str) -> None:
    documented = set(OPTION.findall(section(ROOT / "docs" / "commands.md", name)))
    command = commands.get_command(CONTEXT, name)
    assert command is not None
    options = [p for p in command.params if isinstance(p, click.Option)]
    assert {spelling for option in options for spelling in option.opts} == documented


def test_no_command_is_documented_that_does_not_exist() -> None:
    headings = [found["words"] for found in HEADING.finditer(prose(ROOT / "docs" / "commands.md"))]
    documented = {words for words in headings if re.fullmatch(r"[a-z]+", words)}
    assert set(commands.list_commands(CONTEXT)) == documented
