"""The one way to a console: author's text as it is, and a width where there is no terminal.

Prints nothing itself.
"""

import os
from io import TextIOWrapper
from typing import IO, Final

from rich.console import Console

from indicator_dsl.rendering.marks import speaks_unicode

_WIDTH_WITHOUT_TERMINAL: Final = 80


def console_for(stream: IO[str] | None = None, *, width: int | None = None) -> Console:
    """A console that shows author's text as it is, never as markup.

    Args:
        stream: Where it writes; None for standard output. A stream that is no Unicode stream is set
            to replace the characters it does not have, so that printing never fails.
        width: In display cells; None for the terminal's, and 80 where there is no terminal.

    Returns:
        Colours only on a terminal, and none where NO_COLOR is set.

    Example:
        >>> from io import StringIO
        >>> console_for(StringIO()).width
        80
    """
    console = Console(
        file=stream, markup=False, highlight=False, emoji=False, soft_wrap=False, width=width
    )
    _let_it_replace(console.file)
    if width is None and not console.is_terminal and not os.environ.get("COLUMNS"):
        console.width = _WIDTH_WITHOUT_TERMINAL
    return console


def _let_it_replace(stream: IO[str]) -> None:
    if isinstance(stream, TextIOWrapper) and not speaks_unicode(stream.encoding):
        stream.reconfigure(errors="replace")
