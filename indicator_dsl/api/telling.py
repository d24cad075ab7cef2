"""What every answer to a question shares: it prints itself, in every form. Says nothing itself."""

from typing import TYPE_CHECKING

from attrs import frozen

from indicator_dsl import rendering
from indicator_dsl.wording import Lang

if TYPE_CHECKING:
    from indicator_dsl.rendering import Outline, OutlineView


@frozen(repr=False)
class Answer:
    """An answer that is told as a short document."""

    def outline(self, lang: Lang = "en") -> "Outline":
        """The answer as plain parts, before any layout."""
        raise NotImplementedError

    def to_markdown(self, lang: Lang = "en") -> str:
        """The answer as a Markdown document, its last line ended."""
        return rendering.outline_markdown(self.outline(lang))

    def to_text(self, lang: Lang = "en") -> str:
        """The answer in plain text, 80 columns wide."""
        return rendering.outline_text(self.outline(lang)).rstrip("\n")

    def view(self, lang: Lang = "en") -> "OutlineView":
        """The answer for a rich console."""
        return rendering.OutlineView(self.outline(lang))

    def __rich__(self) -> "OutlineView":
        return self.view()

    def __str__(self) -> str:
        return self.to_text()

    def _repr_markdown_(self) -> str:
        return self.to_markdown()
