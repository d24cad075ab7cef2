"""A page for every code: why it exists, what to avoid, what to prefer. Knows no layout."""

from typing import Final

from indicator_dsl.codes.pages import (
    achieving,
    auditing,
    checking,
    drawing,
    filing,
    framing,
    naming,
    receiving,
    returning,
    scheming,
    serving,
    sheeting,
    sheets,
    tabulating,
    trying,
    writing,
)
from indicator_dsl.codes.pages.page import Kind, Page

__all__ = ["Kind", "Page", "page_of"]

_PAGES: Final[dict[str, Page]] = {
    page.code: page
    for phase in (
        writing,
        naming,
        scheming,
        serving,
        sheeting,
        tabulating,
        achieving,
        auditing,
        checking,
        sheets,
        filing,
        receiving,
        trying,
        drawing,
        framing,
        returning,
    )
    for page in phase.PAGES
}


def page_of(code: str) -> Page:
    """The page of a code, by its number.

    Raises:
        KeyError: when no code has that number.

    Example:
        >>> page_of("IND204").kind
        'ruleset'
    """
    return _PAGES[code]
