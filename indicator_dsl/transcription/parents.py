"""Rows that hold the points of the rows below them once more."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from indicator_dsl.transcription.rows import Draft
from indicator_dsl.transcription.spelling import plain_text

_FULL: Final = Fraction(100)
_LOOKED_AT: Final = 60


def parents_of(drafts: Sequence[Draft], expected: set[Fraction]) -> dict[int, int]:
    """Rows whose points are the sum of two or more rows right below, with how many those are.

    Only where the form's points come out right without them (`expected`), or where the rows below
    say that they are parts (其中, or a number in brackets).
    """
    found: dict[int, int] = {}
    total = sum((draft.weight for draft in drafts if draft.weight), Fraction(0))
    if total in expected or total < _FULL:
        return {}
    number = 0
    while number < len(drafts):
        count = _children(drafts, number)
        if count:
            found[number] = count
        number += 1 + count
    doubled = sum((drafts[number].weight or Fraction(0) for number in found), Fraction(0))
    if total - doubled in expected:
        return found
    return {
        number: n for number, n in found.items() if _are_parts(drafts[number + 1 : number + 1 + n])
    }


def _children(drafts: Sequence[Draft], number: int) -> int:
    parent = drafts[number]
    added = Fraction(0)
    if parent.weight is None:
        return 0
    for count, below in enumerate(drafts[number + 1 : number + 1 + _LOOKED_AT], 1):
        if below.weight is None or _headings(below) != _headings(parent):
            return 0
        added += below.weight
        if added >= parent.weight:
            return count if added == parent.weight and count > 1 else 0
    return 0


def _headings(draft: Draft) -> str:
    return plain_text(draft.row.level1.text)


def _are_parts(drafts: Sequence[Draft]) -> bool:
    names = [plain_text(draft.row.name.text) for draft in drafts]
    return all(name.startswith(("其中", "(", "①", "②", "③", "④", "⑤", "-", "—")) for name in names)
