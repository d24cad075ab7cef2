"""The tables of the grammars: shipped beside them, or made by Lark where they do not fit.

Data only; `driving` reads texts with them.
"""

import json
from functools import cache
from typing import Any, Final
from zlib import crc32

from indicator_dsl.assets import grammar_text
from indicator_dsl.syntax.grammar import FILES, actuals_parser, ruleset_parser
from indicator_dsl.syntax.tabulating import tabulated

VERSION: Final = 1
RULESET: Final = "ruleset"
ACTUALS: Final = "actuals"

Tables = dict[str, Any]


def tables_of(grammar: str) -> Tables:
    """The tables of the grammar of that name, `ruleset` or `actuals`.

    Example:
        >>> tables_of("actuals")["version"]
        1
    """
    try:
        found: Tables = json.loads(grammar_text(f"{grammar}_tables.json"))
    except FileNotFoundError:  # a checkout in which they were not made yet
        return made(grammar)
    if found["version"] == VERSION and found["grammar"] == fingerprint():
        return found
    return made(grammar)


def made(grammar: str) -> Tables:
    """The tables as Lark works them out from the grammar files."""
    parser = ruleset_parser() if grammar == RULESET else actuals_parser()
    return {"version": VERSION, "grammar": fingerprint(), **tabulated(parser)}


@cache
def fingerprint() -> int:
    """A sum over all grammar files, whatever their line ends: whether tables are of these files.

    Example:
        >>> fingerprint() == fingerprint()
        True
    """
    found = 0
    for name in FILES:
        found = crc32(grammar_text(name).encode(), found)
    return found


def as_text(tables: Tables) -> str:
    """The tables as they are shipped: one line for each terminal, rule and row."""
    parts = []
    for key, value in tables.items():
        if isinstance(value, list) and value and isinstance(value[0], list):
            inner = ",\n".join(_compact(each) for each in value)
            parts.append(f'"{key}": [\n{inner}\n]')
        else:
            parts.append(f'"{key}": {_compact(value)}')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))
