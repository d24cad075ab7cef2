"""Servers for other programs: editors, assistants, and browsers, which get the built page.

Thin: what they answer comes from the rooms below. Each needs an extra of its own.
"""

from indicator_dsl.servers.page_files import page_files
from indicator_dsl.servers.page_server import LOOPBACK, page_server
from indicator_dsl.servers.starting import ServerMissing, serve_assistant, serve_editor

__all__ = [
    "LOOPBACK",
    "ServerMissing",
    "page_files",
    "page_server",
    "serve_assistant",
    "serve_editor",
]
