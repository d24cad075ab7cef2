"""The tables of the grammars: shipped beside them, or made by Lark where they do not fit.

Data only; `driving` reads texts with them.
"""

import json
from functools import cache
from hashlib import sha256
from typing import Any, Final

from indicator_dsl.assets import grammars
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
    shipped = grammars().joinpath(f"{grammar}_tables.json")
    if shipped.is_file():
        found: Tables = json.loads(shipped.read_text(encoding="utf-8"))
        if found["version"] == VERSION and found["sha256"] == fingerprint():
            return found
    return made(grammar)


def made(grammar: str) -> Tables:
    """The tables as Lark works them out from the grammar files."""
    parser = ruleset_parser() if grammar == RULESET else actuals_parser()
    return {"version": VERSION, "sha256": fingerprint(), **tabulated(parser)}


@cache
def fingerprint() -> str:
    """What all grammar files together hash to, whatever their line ends.

    Example:
        >>> len(fingerprint())
        64
    """
    digest = sha256()
    for name in FILES:
        digest.update(grammars().joinpath(name).read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()


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
