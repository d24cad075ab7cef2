"""`check --fix`: corrections with one meaning, written back the way the file was saved."""

from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path
from typing import Final

import click
from attrs import frozen

from indicator_dsl import codes
from indicator_dsl.cli import inputs
from indicator_dsl.diagnostics import Collector, Diagnostic, fixed_text
from indicator_dsl.files import decoded, read_bytes
from indicator_dsl.source import SourceText

_ROUNDS: Final = 10  # a line may hold several mistakes, each found when the one before is gone
_MARK: Final = b"\xef\xbb\xbf"

Checker = Callable[[SourceText], tuple[Diagnostic, ...]]


@frozen
class _Saved:
    """How a file was saved: its encoding and its line ends."""

    encoding: str
    newline: str

    @classmethod
    def of(cls, content: bytes) -> "_Saved":
        newline = "\r\n" if b"\r\n" in content else "\n"
        if content.startswith(_MARK):
            return cls("utf-8-sig", newline)
        try:
            content.decode("utf-8")
        except UnicodeDecodeError:
            return cls("gb18030", newline)
        return cls("utf-8", newline)

    def bytes_of(self, text: str) -> bytes:
        return text.replace("\n", self.newline).encode(self.encoding)


def fix_file(file: str, check: Checker, collector: Collector, *, only_show: bool) -> bool:
    """Makes every safe correction of a file; whether there was one.

    Args:
        file: A path; anything else is left alone.
        check: What is to be said of a text.
        collector: Takes what goes wrong with the file itself.
        only_show: Print the difference, write nothing.
    """
    if file == inputs.STANDARD_INPUT or not Path(file).is_file():
        return False
    unheard = Collector()  # the file is checked once more afterwards, aloud
    content = read_bytes(Path(file), unheard)
    source = None if content is None else decoded(content, file, unheard)
    if content is None or source is None:
        return False
    fixed = _fixed(source, check)
    if fixed.text == source.text:
        return False
    if only_show:
        click.echo("".join(_difference(source, fixed)), nl=False)
        return True
    try:
        Path(file).write_bytes(_Saved.of(content).bytes_of(fixed.text))
    except OSError as fault:
        collector.add(codes.FILE_NOT_WRITTEN.of_file(file, why=fault.strerror or str(fault)))
        return False
    return True


def _fixed(source: SourceText, check: Checker) -> SourceText:
    for _ in range(_ROUNDS):
        text = fixed_text(source, check(source))
        if text == source.text:
            break
        source = SourceText(source.name, text)
    return source


def _difference(before: SourceText, after: SourceText) -> list[str]:
    """The two texts side by side as `diff -u` shows them."""
    lines = unified_diff(
        before.text.splitlines(keepends=True),
        after.text.splitlines(keepends=True),
        before.name,
        after.name,
    )
    return [
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    ]
