"""One indicator of a ruleset, by its name; leaves with the nearest names where there is none."""

import sys
from collections.abc import Iterable

from indicator_dsl import codes
from indicator_dsl.cli import terminal
from indicator_dsl.wording import Lang, Text, name_from_text, nearest


def indicator_called(name: str, known: Iterable[str], lang: Lang) -> str:
    """The name as the ruleset has it."""
    names = list(known)
    wanted = name_from_text(name)
    if wanted in names:
        return wanted
    near = nearest(wanted, names)
    said = Text("; did you mean {en}?", "；是否为 {zh}？").filled(
        en=", ".join(near), zh="、".join(near)
    )
    found = codes.NO_SUCH_INDICATOR.of_file(name, nearest=said if near else Text("", ""))
    terminal.show_diagnostics([found], lang, quiet=True)
    sys.exit(terminal.IN_ERROR)
