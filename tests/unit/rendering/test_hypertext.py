"""HTML that is whole in itself and lets no author's text become markup."""

from collections.abc import Callable
from html.parser import HTMLParser
from typing import TypeAlias

from indicator_dsl.explanation import CardExplanation
from indicator_dsl.rendering import card_html

Explain: TypeAlias = Callable[[str, str], CardExplanation]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.attributes: set[str] = set()
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.seen.add(tag)
        self.attributes.update(name for name, _ in attrs)

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.open.pop()

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def test_author_s_text_stays_text(explain: Explain) -> None:
    rules = (
        'ruleset "<script>alert(1)</script>" 2024\n'
        '"甲<img src=x>乙" >= 9 件 weight 10\n  note "<i onclick=x>"'
    )
    reader = _Reader()
    reader.feed(card_html(explain(rules, "")))
    assert not reader.open
    assert {
        "div", "p", "strong", "table", "thead", "tbody", "tr", "th", "td", "ul", "li", "code", "em"
    } >= reader.seen  # fmt: skip
    assert {"lang", "style", "scope"} == reader.attributes
    assert any("甲<img src=x>乙" in text for text in reader.text)
    assert any("<script>alert(1)</script>" in text for text in reader.text)


def test_nothing_is_loaded(explain: Explain) -> None:
    html = card_html(explain("甲 >= 9 件 weight 10", "甲 = 8件"), "zh")
    assert not [word for word in ("http", "url(", "@import", "src=") if word in html]
    assert '<div lang="zh-CN">' in html
