"""The command line. Reads arguments, calls rooms, prints what they made; no logic of its own."""

from indicator_dsl.cli.main import main

__all__ = ["main"]
