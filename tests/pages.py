"""An HTML page as a test looks at it: elements in order, with their attributes and their words."""

from html.parser import HTMLParser
from typing import Final

from attrs import define, field

VOID: Final = {"meta", "link", "br", "img", "input", "hr"}


@define
class Element:
    """An element, the element it stands in, and all the words within it."""

    tag: str
    attributes: dict[str, str]
    parent: "Element | None"
    words: str = ""
    children: list["Element"] = field(factory=list)

    def inside(self, tag: str) -> "list[Element]":
        """The elements of that name below this one, in order."""
        found = []
        for child in self.children:
            found += ([child] if child.tag == tag else []) + child.inside(tag)
        return found


class Page(HTMLParser):
    """Reads a page strictly: every element that is opened is closed, in the right order."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("page", {}, None)
        self.all: list[Element] = []
        self._open = self.root
        self.feed(text)
        self.close()
        assert self._open is self.root, f"{self._open.tag} is never closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {key: value or "" for key, value in attrs}, self._open)
        assert len(element.attributes) == len(attrs), f"an attribute of {tag} stands twice"
        self._open.children.append(element)
        self.all.append(element)
        if tag not in VOID:
            self._open = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert tag == self._open.tag, f"{tag} closes {self._open.tag}"
        assert self._open.parent is not None
        self._open = self._open.parent

    def handle_data(self, data: str) -> None:
        element: Element | None = self._open
        while element is not None:
            element.words += data
            element = element.parent

    def tags(self, *names: str) -> list[Element]:
        """The elements of these names, in order."""
        return [element for element in self.all if element.tag in names]

    def having(self, attribute: str) -> list[Element]:
        """The elements with that attribute."""
        return [element for element in self.all if attribute in element.attributes]
