"""Servers for other programs: editors, over the language server protocol, and assistants.

Thin: what they answer comes from the rooms below. Each needs an extra of its own.
"""

from indicator_dsl.servers.starting import ServerMissing, serve_assistant, serve_editor

__all__ = ["ServerMissing", "serve_assistant", "serve_editor"]
