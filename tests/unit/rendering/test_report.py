"""The report: one page that holds all it needs, says what the card says, and can be read by all."""

import re
from base64 import b64encode
from collections.abc import Callable, Iterator
from hashlib import sha256
from importlib.resources import files
from itertools import pairwise
from typing import Final, TypeAlias

import pytest

from indicator_dsl import load_actuals, load_ruleset, parse_actuals, parse_ruleset
from indicator_dsl.assets import rulesets
from indicator_dsl.explanation import CardExplanation, paragraph_of
from indicator_dsl.rendering import report_html
from indicator_dsl.wording import Lang
from tests.pages import Element, Page
from tests.unit.rendering.test_golden_whole import ACTUALS, RULES, SO_FAR

Explain: TypeAlias = Callable[[str, str], CardExplanation]
Golden: TypeAlias = Callable[[str, str], None]

SMALL: Final = """ruleset "大厅" 2024
round 2 each
grades 优 >= 25, else 差
[产出]
年办件量 >= 200000 件 weight 20
  basis "财预〔2020〕10号" 第十七条
  note "按受理日起算"
项目开展进度 <= 80 % weight 10 by inverse
  assume "来源没有写明超出如何扣分"
"""
ACHIEVED: Final = "年办件量 = 180000件 reported 20\n项目开展进度 = 80%"
# Every one of these may stand where an author writes.
HOSTILE: Final = (
    "<script>alert(1)</script>",
    "</title></style></script><img src=x onerror=alert(1)>",
    "\"onmouseover='x'",
    "a\u202eb\u200bc",
    "&lt;&#60;&amp;",
    "]]>-->",
    "甲" * 300,
)


@pytest.fixture(params=["small", "whole", "so far"])
def told(request: pytest.FixtureRequest, explain: Explain) -> CardExplanation:
    """A small sheet, a large one, and one in the middle of its year."""
    sheets = {"small": (SMALL, ACHIEVED), "whole": (RULES, ACTUALS), "so far": (RULES, SO_FAR)}
    return explain(*sheets[request.param])


def page_of(told: CardExplanation, lang: Lang = "zh") -> Page:
    return Page(report_html(told, lang))


def in_order(element: Element) -> Iterator[Element]:
    for child in element.children:
        yield child
        yield from in_order(child)


def test_a_small_one(explain: Explain, golden: Golden) -> None:
    source = f"{SMALL}\n{ACHIEVED}\n{'=' * 80}\n"
    golden("report.zh.html.txt", source + report_html(explain(SMALL, ACHIEVED), "zh"))


def test_it_holds_all_it_needs(told: CardExplanation) -> None:
    text = report_html(told, "zh")
    page = Page(text)
    outside = {"src", "srcset", "data", "action", "poster", "background", "xlink:href"}
    assert [] == [e.tag for e in page.all if outside & e.attributes.keys()]
    assert [] == page.tags("link", "iframe", "img", "object", "embed", "base", "form")
    ids = [element.attributes["id"] for element in page.having("id")]
    assert len(ids) == len(set(ids))
    links = [element.attributes["href"] for element in page.having("href")]
    assert links
    assert {link.removeprefix("#") for link in links} <= set(ids)
    style = page.tags("style")[0].words
    assert "url(" not in style
    assert "@import" not in style
    assert "@font-face" not in style
    assert {"http://www.w3.org/2000/svg"} == set(re.findall(r"https?://[^\"' ]+", text))


def test_only_the_fingerprint_is_broken_within_a_word(told: CardExplanation) -> None:
    style = page_of(told).tags("style")[0].words
    broken = [rule for rule in style.splitlines() if "break-all" in rule]
    assert ["footer code { word-break: break-all; }"] == broken


def test_a_long_line_may_go_on_over_the_page(told: CardExplanation) -> None:
    style = page_of(told).tags("style")[0].words.partition("@media print")[2]
    kept = [rule for rule in style.splitlines() if "break-inside: avoid" in rule]
    assert kept
    assert not any(".line" in rule for rule in kept)


def test_the_browser_is_told_to_load_nothing(told: CardExplanation) -> None:
    page = page_of(told)
    policy = next(
        e.attributes["content"]
        for e in page.tags("meta")
        if e.attributes.get("http-equiv") == "Content-Security-Policy"
    )
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert "'none'" == rules["default-src"]
    for kind, tag in (("style-src", "style"), ("script-src", "script")):
        (element,) = page.tags(tag)
        digest = b64encode(sha256(element.words.encode()).digest()).decode()
        assert f"'sha256-{digest}'" == rules[kind]
    assert [] == page.having("style")
    assert [] == [e.tag for e in page.all for key in e.attributes if key.startswith("on")]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_it_can_be_read_by_everyone(told: CardExplanation, lang: Lang) -> None:
    page = page_of(told, lang)
    assert [{"zh": "zh-CN", "en": "en"}[lang]] == [e.attributes["lang"] for e in page.tags("html")]
    levels = [int(e.tag[1]) for e in page.all if re.fullmatch(r"h[1-6]", e.tag)]
    assert 1 == levels.count(1)
    assert 1 == levels[0]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all(e.words.strip() for e in page.tags("h1", "h2", "h3", "summary", "a", "caption"))
    for table in page.tags("table"):
        assert 1 == len(table.inside("caption"))
        assert all(e.attributes.get("scope") in ("col", "row") for e in table.inside("th"))
        for row in table.inside("tbody")[0].inside("tr"):
            assert "row" == row.children[0].attributes.get("scope")
            assert len(row.children) == len(table.inside("thead")[0].inside("th"))
    for svg in page.tags("svg"):
        title, description = svg.children[:2]
        assert ("title", "desc") == (title.tag, description.tag)
        assert title.words.strip()
        assert description.words.strip()
        named = [title.attributes["id"], description.attributes["id"]]
        assert ("img", " ".join(named)) == (
            svg.attributes["role"],
            svg.attributes["aria-labelledby"],
        )


def test_it_says_what_the_card_says(told: CardExplanation) -> None:
    page = page_of(told)
    words = page.tags("body")[0].words
    assert paragraph_of(told).zh in words
    for line in told.lines:
        assert line.line.indicator.name in words
        for said in (line.remedy, line.arithmetic, line.derivation, line.method):
            assert said is None or said.zh in words
        assert all(basis in words for basis in line.basis)
    for said in (*told.assumptions, *told.notes, *(f.message for f in told.findings)):
        assert said.zh in words
    articles = page.tags("article")
    assert len(told.lines) == len(articles)
    assert len(told.lines) == len(page.tags("details"))
    assert [line.line.indicator.name for line in told.lines] == [
        e.inside("h3")[0].words for e in articles
    ]


def test_parts_with_nothing_to_say_are_left_out(explain: Explain) -> None:
    page = page_of(explain("round 2 each\n甲 >= 1 件 weight 1", "甲 = 1 件"))
    assert ["评分表", "从满分到总分", "逐项说明"] == [e.words for e in page.tags("h2")]
    assert "评分表" == page.tags("h1")[0].words


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_hostile_texts_stay_words(name: str, lang: Lang) -> None:
    safe = "".join(sign for sign in name if sign.isprintable()).replace('"', "”")
    rules = f"""ruleset "{safe}" 2024
scale 等 = 优 100, 差 0
[{safe.replace("[", "").replace("]", "").replace("/", "")}]
"{safe}" >= 100 件 weight 10
  basis "{safe}" 第一条
  note "{safe}"
  assume "{safe}"
乙 >= 100 {"箱" * 60} weight 10
bonus "{safe[:60]}加" 1 each cap 3
"""
    actuals = parse_actuals(f'乙 = {"箱" * 3} reason "{safe}"')
    card = parse_ruleset(rules).evaluate(actuals)
    text = card.to_html(lang)
    page = Page(text)
    assert 1 == len(page.tags("script"))
    assert [] == page.tags("img")
    assert "\u202e" not in text
    assert "\u200b" not in text
    assert [] == [e.tag for e in page.all for key in e.attributes if key.startswith("on")]
    # From a mapping every character comes through as it is.
    loaded = parse_ruleset("甲 >= 1 件 weight 1").evaluate({"甲": name, name: name})
    page = Page(loaded.to_html(lang))
    assert 1 == len(page.tags("script"))
    assert [] == page.tags("img")
    assert "\u202e" not in loaded.to_html(lang)


def test_the_same_card_gives_the_same_page() -> None:
    ruleset = load_ruleset("chaoyang-window-2024")
    actuals = load_actuals(str(rulesets() / "chaoyang-window-2024" / "actuals.act"))
    pages = {ruleset.evaluate(actuals).to_html("zh") for _ in range(2)}
    assert 1 == len(pages)
    assert len(pages.pop().encode()) < 40_000


def luminance(colour: str) -> float:
    full = colour if len(colour) == 7 else "#" + "".join(2 * sign for sign in colour[1:])
    parts = [int(full[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_colour_of_words_keeps_its_contrast() -> None:
    style = files("indicator_dsl.rendering").joinpath("report.css").read_text(encoding="utf-8")
    light, rest = style.split("@media screen and (prefers-color-scheme: dark)")
    dark = rest.split("@page", maxsplit=1)[0]
    words = r"(?m)(?:^|[ ;{])(?:color|fill): (#[0-9a-f]{3,6})"
    for part, ground in ((light, "#fff"), (dark, "#15171b")):
        inks = {
            colour
            for rule in re.findall(r"[^{}]+\{[^{}]*\}", part)
            if ".bar " not in rule and ".hole" not in rule
            for colour in re.findall(words, rule)
        }
        assert len(inks) > 3
        assert {} == {ink: contrast(ink, ground) for ink in inks if contrast(ink, ground) < 4.5}
        # A bar is no text; 3 is asked of it.
        bars = re.findall(r"\.bar \.\w+ \{ fill: (#[0-9a-f]{6})", part)
        assert 4 == len(bars)
        assert {} == {bar: contrast(bar, ground) for bar in bars if contrast(bar, ground) < 3}


def test_old_browsers_understand_the_style() -> None:
    style = files("indicator_dsl.rendering").joinpath("report.css").read_text(encoding="utf-8")
    assert "var(" not in style
    assert "grid" not in style
    assert "flex" not in style
