"""Silencing by `allow`: what it takes away, and what is said when it takes nothing away."""

from collections.abc import Iterable, Iterator
from typing import Final

from indicator_dsl import codes
from indicator_dsl.checks.noticed import Noticed
from indicator_dsl.diagnostics import Diagnostic
from indicator_dsl.model import Ruleset

_PHASE: Final = "IND6"
_NOT_TO_SILENCE: Final = (codes.ALLOW_IDLE.code, codes.ALLOW_UNKNOWN.code)


def loud(ruleset: Ruleset, noticed: Iterable[Noticed]) -> Iterator[Diagnostic]:
    """What no rule allows, and the clauses that silence nothing or name no check."""
    used: set[tuple[str, str]] = set()
    for each in noticed:
        code = each.diagnostic.code
        allowing = [r.name for r in each.about if any(a.code == code for a in r.allowed)]
        used.update((name, code) for name in allowing)
        if not allowing:
            yield each.diagnostic
    known = {code.code for code in codes.all_codes() if _is_check(code.code)}
    for rule in ruleset.indicators:
        for clause in rule.allowed:
            if clause.code not in known:
                yield codes.ALLOW_UNKNOWN.at(clause.place, code=clause.code)
            elif (rule.name, clause.code) not in used:
                yield codes.ALLOW_IDLE.at(clause.place, code=clause.code, name=rule.name)


def _is_check(code: str) -> bool:
    return code.startswith(_PHASE) and code not in _NOT_TO_SILENCE
