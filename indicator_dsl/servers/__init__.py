"""Servers for other programs: editors, over the language server protocol, and assistants.

Thin: what they answer comes from the rooms below. Each needs an extra of its own.
"""

from typing import TYPE_CHECKING

from indicator_dsl.doors import opened

if TYPE_CHECKING:
    from indicator_dsl.servers.browsing import LOOPBACK, page_server
    from indicator_dsl.servers.pages import page_files
    from indicator_dsl.servers.starting import ServerMissing, serve_assistant, serve_editor

__all__ = [
    "LOOPBACK",
    "ServerMissing",
    "page_files",
    "page_server",
    "serve_assistant",
    "serve_editor",
]

_HOMES = {
    "browsing": ("LOOPBACK", "page_server"),
    "pages": ("page_files",),
    "starting": ("ServerMissing", "serve_assistant", "serve_editor"),
}


def __getattr__(name: str) -> object:
    return opened(__name__, name, _HOMES)
