"""Starting a server on standard input and output, if what it needs is installed."""

import gc
import sys
from typing import Final

from indicator_dsl.wording import Lang

_SWITCH: Final = 0.0005  # seconds: who asks should not wait long for the thread of analyses


class ServerMissing(ImportError):
    """A server whose extra is not installed; `extra` is its name.

    Example:
        >>> str(ServerMissing("lsp"))
        'pip install "indicator-dsl[lsp]"'
    """

    def __init__(self, extra: str) -> None:
        super().__init__(f'pip install "indicator-dsl[{extra}]"')
        self.extra = extra


def serve_editor(version: str, lang: Lang) -> None:
    """Serves one editor until it closes standard input.

    Args:
        version: What the server says it is.
        lang: Spoken where the editor names no language.

    Raises:
        ServerMissing: without the extra `lsp`.
    """
    try:
        import pygls  # noqa: F401, PLC0415 - an extra

        from indicator_dsl.servers.language_server import server_for  # noqa: PLC0415 - an extra
    except ImportError as fault:
        raise ServerMissing("lsp") from fault
    # Sheets of thousands of rules are many lasting objects: looked through rarely, they cost less.
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)
    sys.setswitchinterval(_SWITCH)
    server_for(version, lang).start_io()


def serve_assistant(version: str, lang: Lang) -> None:
    """Serves one assistant until it closes standard input.

    Args:
        version: What the server says it is.
        lang: Spoken where a question names no language.

    Raises:
        ServerMissing: without the extra `mcp`.
    """
    try:
        import mcp  # noqa: F401, PLC0415 - an extra

        from indicator_dsl.servers.assistant import assistant_for  # noqa: PLC0415 - an extra
    except ImportError as fault:
        raise ServerMissing("mcp") from fault
    assistant_for(version, lang).run("stdio")
