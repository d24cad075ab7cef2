"""Which way a name points, and targets that ask for the other way. The words are data."""

from collections.abc import Iterator
from typing import Final

from attrs import frozen

from indicator_dsl import codes
from indicator_dsl.checks.noticed import Noticed, first_of, is_day, unit_of
from indicator_dsl.checks.words import bare_name, direction_words
from indicator_dsl.diagnostics import Label
from indicator_dsl.model import Bound, Indicator, Measured, Operator
from indicator_dsl.quantities import Unit
from indicator_dsl.wording import Text

_TIMES: Final = frozenset({"秒", "天", "工作日", "月", "年", "day", "days", "hours", "minutes"})
_TURNED: Final = {
    Operator.AT_LEAST: Operator.AT_MOST,
    Operator.MORE_THAN: Operator.LESS_THAN,
    Operator.AT_MOST: Operator.AT_LEAST,
    Operator.LESS_THAN: Operator.MORE_THAN,
}
_MORE: Final = Text("more", "越多越好")
_LESS: Final = Text("less", "越少越好")


@frozen
class Pointer:
    """The word that decides which way a name points, and whether more of it is better."""

    word: str
    wants_more: bool


def pointer_of(name: str) -> Pointer | None:
    """Which way a name points, judged by its head; None when nothing can be said.

    Example:
        >>> pointer_of("项目开展进度"), pointer_of("成本节约率")
        (Pointer(word='进度', wants_more=True), Pointer(word='成本节约', wants_more=True))
        >>> pointer_of("satisfaction with cost").word, pointer_of("年办件量")
        ('satisfaction', None)
    """
    name = bare_name(name)
    lists = direction_words()
    for kind, wants_more in (("more", True), ("less", False)):
        if name in lists[kind].words:
            return Pointer(name, wants_more)
    is_turned, tail = False, ""
    for part in _parts(name):
        head = part
        while head:
            word, kind = _last_word(head)
            before = head.removesuffix(word).rstrip()
            if kind in ("more", "less"):
                is_negated = bool(lists["negations"].ending(head.removesuffix(word)))
                wants_more = (kind == "more") != (is_turned != is_negated)
                return Pointer(f"{word}{tail}", wants_more)
            if kind not in ("plain", "turns"):
                return None
            if kind == "turns":
                is_turned, tail = not is_turned, f"{word}{tail}" if word[0] > "z" else ""
            head = before
    return None


def _parts(name: str) -> list[str]:
    """The head of an English name, then what its prepositions bring; a Chinese name is one part."""
    parts = [name]
    for joint in direction_words()["joints"].words:
        parts = [piece for part in parts for piece in part.split(joint)]
    return [part.strip() for part in parts]


def _last_word(head: str) -> tuple[str, str]:
    """The longest listed word a name ends in, and its list; both empty when none is."""
    kinds = ("more", "less", "either", "plain", "turns")
    found = [(direction_words()[kind].ending(head), kind) for kind in kinds]
    word, kind = max(found, key=lambda pair: len(pair[0]))
    return (word, kind) if word else ("", "")


def _is_time(unit: Unit) -> bool:
    return len(unit.dimension) == 1 and unit.dimension[0][0] in _TIMES


def turned(target: Bound) -> str:
    """The target asking for the other way, as a rule writes it."""
    return f"{_TURNED[target.operator].value} {target.value}"


def direction_suspect(rule: Indicator) -> Iterator[Noticed]:
    """A target that asks for less of what is better when more, or for more of the opposite."""
    measure = rule.measure
    if not isinstance(measure, Measured):
        return
    target = measure.target
    if not isinstance(target, Bound) or target.operator not in _TURNED or is_day(measure):
        return
    pointer = pointer_of(rule.name)
    # A day, or a time for something good, is a deadline: 完成 <= 30 天.
    if pointer is None or (pointer.wants_more and _is_time(unit_of(measure))):
        return
    if pointer.wants_more == target.operator.wants_more:
        return
    name = Label(first_of(rule.marks.name, rule.place), Text("says this", "名称如此"))
    found = codes.DIRECTION_SUSPECT.at(
        first_of(rule.marks.target, rule.place),
        name,
        name=rule.name,
        target=target,
        word=pointer.word,
        wish=_MORE if pointer.wants_more else _LESS,
        turned=turned(target),
    )
    yield Noticed(found, (rule,))
