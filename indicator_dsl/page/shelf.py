"""What ships and a page may open: examples with their actuals, pages of codes. Changes nothing."""

import tomllib
from collections.abc import Iterator
from importlib.metadata import version
from typing import Final

from attrs import frozen

from indicator_dsl.assets import rulesets
from indicator_dsl.codes import code_called
from indicator_dsl.diagnostics import Collector
from indicator_dsl.files import MAX_BYTES, Shipped, read_source, shipped_rulesets
from indicator_dsl.forms import FORM_ENDINGS, MOST_BYTES
from indicator_dsl.page.questions import Question, Record
from indicator_dsl.rendering import code_page_markdown
from indicator_dsl.syntax import RulesetNode, parse_ruleset
from indicator_dsl.wording import Lang, Text

FIRST_PROFILE: Final = "mof-2020"
# Those without a rule of their own: any other is a whole sheet, and no guide to another form.
_PROFILES: Final = {
    FIRST_PROFILE: Text(
        "Ministry of Finance 2020, usual practice (example)", "财政部2020年办法的常用口径（示例）"
    ),
}
_FIRST: Final = "chaoyang-window-2024"
_FROM_CASE: Final = Text("# from the case: {name}", "# 取自算例：{name}")


@frozen(kw_only=True)
class Opened:
    """A shipped ruleset to look at: its text, and actuals that go with it."""

    id: str
    ruleset: str
    actuals: str


def facts(asked: Question) -> Record:
    """What the page needs to know before anything is asked."""
    del asked
    return {
        "version": version("indicator-dsl"),
        "endings": list(FORM_ENDINGS),
        "most_bytes": MOST_BYTES,
        "longest_text": MAX_BYTES,
        "profile": FIRST_PROFILE,
        "profiles": [
            {"id": each, "title": {"en": title.en, "zh": title.zh}}
            for each, title in _PROFILES.items()
        ],
        "first": _FIRST,
    }


def examples(asked: Question) -> Record:
    """The shipped rulesets with their titles, the real form first."""
    del asked
    shelf = sorted(shipped_rulesets(), key=lambda each: (each.id != _FIRST, each.id))
    return {"examples": [{"id": each.id, "title": _title(each)} for each in shelf]}


def code_page(asked: Question) -> Record:
    """The page of a code as Markdown; empty for one that does not exist."""
    code = code_called(asked.text("code"))
    return {"markdown": "" if code is None else code_page_markdown(code, asked.lang)}


def opened(wanted: str, lang: Lang = "zh") -> Opened | None:
    """A shipped ruleset and its actuals: its own, else those of its first case.

    Args:
        wanted: Its id.
        lang: Of a remark on where the actuals are from.

    Example:
        >>> opened("platform-caps").actuals.splitlines()[1]
        '调整后预算数 = 200 万元'
    """
    shipped = next((each for each in shipped_rulesets() if each.id == wanted), None)
    if shipped is None:
        return None
    text = shipped.ruleset.read_text(encoding="utf-8")
    if shipped.actuals is not None:
        return Opened(id=wanted, ruleset=text, actuals=shipped.actuals.read_text(encoding="utf-8"))
    case = _first_case(wanted)
    lines = [_FROM_CASE.filled(name=case.get("name", "")).in_lang(lang)]
    lines += _lines(case.get("actuals"))
    return Opened(
        id=wanted,
        ruleset=str(case.get("ruleset", text)).lstrip("\n"),
        actuals="".join(f"{line}\n" for line in lines),
    )


def _title(shipped: Shipped) -> str:
    source = read_source(shipped.ruleset, Collector(), name=shipped.id)
    nodes = () if source is None else parse_ruleset(source, Collector()).statements
    titles = (node.title.text for node in nodes if isinstance(node, RulesetNode))
    return next((title for title in titles if title), shipped.id)


def _first_case(wanted: str) -> dict[str, object]:
    """The first case of a shipped ruleset; nothing where it has none."""
    folder = rulesets().joinpath(wanted, "cases")
    files = sorted(folder.iterdir(), key=lambda file: file.name) if folder.is_dir() else []
    texts = (file.read_text(encoding="utf-8") for file in files if file.name.endswith(".toml"))
    return next(map(tomllib.loads, texts), {})


def _lines(actuals: object) -> Iterator[str]:
    """Actuals of a case as the lines of an actuals file."""
    for name, said in actuals.items() if isinstance(actuals, dict) else ():
        if isinstance(said, dict):
            yield f"{name}"
            yield from (f"- {item}: {mark}" for item, mark in said.items())
        else:
            yield f"{name} = {said}"
