"""A question of the page and what it says, read without trust. Knows no answer."""

from typing import TypeAlias

from attrs import frozen

from indicator_dsl.wording import Lang

Record: TypeAlias = dict[str, object]


@frozen
class Question:
    """A question as it came: an object of JSON, and the bytes of a file."""

    said: object
    content: bytes = b""

    @property
    def lang(self) -> Lang:
        """The language to answer in; Chinese unless English is asked for."""
        return "en" if self.text("lang") == "en" else "zh"

    def text(self, name: str) -> str:
        """What is said under a name; empty where nothing is, or no text.

        Example:
            >>> Question({"code": "IND701"}).text("code"), Question({}).text("code")
            ('IND701', '')
        """
        found = self._said(name)
        return found if isinstance(found, str) else ""

    def number(self, name: str) -> int:
        """A whole number from 0; 0 where none is said."""
        found = self._said(name)
        return max(found, 0) if isinstance(found, int) else 0

    def texts(self, name: str) -> dict[str, str]:
        """Texts by their names."""
        found = self._said(name)
        kept = found.items() if isinstance(found, dict) else ()
        return {str(key): text for key, text in kept if isinstance(text, str)}

    def _said(self, name: str) -> object:
        return self.said.get(name) if isinstance(self.said, dict) else None
