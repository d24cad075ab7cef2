"""A command line, and what it prints on either stream. Holds no expectation of its own."""

import re
from collections.abc import Callable
from typing import Final, TypeAlias

from attrs import frozen
from click.testing import CliRunner

from indicator_dsl.cli.main import commands

_CODE: Final = re.compile(r"\[(IND\d{3})\]")


@frozen
class Answer:
    """What a command gave: its exit status, standard output and standard error."""

    status: int
    out: str
    err: str

    @property
    def codes(self) -> list[str]:
        """The codes of the diagnostics drawn on standard error, in order."""
        return codes_in(self.err)


Give: TypeAlias = Callable[..., Answer]


def codes_in(drawn: str) -> list[str]:
    """The codes of drawn diagnostics, in order."""
    return _CODE.findall(drawn)


def given(*words: str, stdin: bytes = b"") -> Answer:
    """The answer to a command line; no exception is swallowed."""
    done = CliRunner().invoke(commands, list(words), input=stdin)
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return Answer(done.exit_code, done.stdout, done.stderr)
