"""The tags and texts of a web page, in time that grows with its length only.

Knows no table. A page that breaks off within a tag ends there.
"""

import html
import re
from collections.abc import Iterator, Mapping
from typing import Final, Literal

from attrs import field, frozen

_NAME: Final = re.compile(r"[a-zA-Z][^\s/>]{0,40}")
_END_OR_QUOTE: Final = re.compile(r"[>\"']")
_ATTRIBUTE: Final = re.compile(r"([a-zA-Z]+)\s*=\s*[\"']?\s*([^\s\"'>]+)")
_RAW: Final = frozenset({"script", "style", "textarea", "xmp", "noframes"})
_MOST_LOOKED_AT: Final = 2_000  # characters of a tag


@frozen
class Token:
    """A tag that opens or closes something, by its name, or a text."""

    kind: Literal["open", "close", "text"]
    name: str
    attributes: Mapping[str, str] = field(factory=dict)


def tokens(text: str) -> Iterator[Token]:
    """The tags and texts of a page, from its beginning; comments and scripts are passed over.

    Example:
        >>> [token.name for token in tokens('<td rowspan="2">&ge;95<!-- > -->%</td>')]
        ['td', '≥95', '%', 'td']
    """
    at = 0
    while at < len(text):
        begin = text.find("<", at)
        begin = len(text) if begin < 0 else begin
        if begin > at:
            yield Token("text", html.unescape(text[at:begin]))
        if begin == len(text):
            return
        found = _tag(text, begin)
        if found is None:
            return
        token, at = found
        if token is None:
            continue
        yield token
        if token.kind == "open" and token.name in _RAW:
            closing = re.compile(f"</{token.name}", re.IGNORECASE).search(text, at)
            if closing is None:
                return
            at = closing.start()


def _tag(text: str, begin: int) -> tuple[Token | None, int] | None:
    """What begins with `<`, if it is anything, and where it ends; None when it never does."""
    if text.startswith("<!--", begin):
        end = text.find("-->", begin + 2)
        return None if end < 0 else (None, end + 3)
    if text.startswith(("<!", "<?"), begin):
        end = text.find(">", begin)
        return None if end < 0 else (None, end + 1)
    is_closing = text.startswith("</", begin)
    name = _NAME.match(text, begin + 1 + is_closing)
    if name is None:
        return Token("text", "<"), begin + 1
    last = _end_of_tag(text, name.end())
    if last is None:
        return None
    if is_closing:
        return Token("close", name[0].lower()), last + 1
    said = text[name.end() : min(last, name.end() + _MOST_LOOKED_AT)]
    attributes = {key.lower(): value for key, value in _ATTRIBUTE.findall(said)}
    return Token("open", name[0].lower(), attributes), last + 1


def _end_of_tag(text: str, at: int) -> int | None:
    """Where a tag ends; a quote that is never closed is none."""
    closed = True
    first = text.find(">", at)
    while closed:
        found = _END_OR_QUOTE.search(text, at)
        if found is None:
            return None
        if found[0] == ">":
            return found.start()
        end = text.find(found[0], found.end())
        closed = end >= 0
        at = end + 1
    return first if first >= 0 else None
