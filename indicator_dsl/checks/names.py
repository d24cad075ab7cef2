"""Names and units that are easily taken for each other."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from attrs import frozen

from indicator_dsl import codes
from indicator_dsl.checks.likeness import pairs_one_apart, plain_look
from indicator_dsl.checks.noticed import Noticed, first_of, measured, unit_of
from indicator_dsl.checks.words import check_groups, check_words
from indicator_dsl.diagnostics import Label
from indicator_dsl.model import Indicator, Ruleset
from indicator_dsl.quantities import Unit
from indicator_dsl.source import Place
from indicator_dsl.wording import Text

_AND_THIS = Text("and this", "与此处")
_LARGEST_GROUP = 200


def _named(ruleset: Ruleset) -> dict[str, Place]:
    """Every name of the sheet with its first place."""
    places: dict[str, Place] = {}
    for given in ruleset.inputs:
        places.setdefault(given.name, given.place)
    for figure in ruleset.derived:
        places.setdefault(figure.name, figure.place)
    for rule in ruleset.indicators:
        places.setdefault(rule.name, first_of(rule.marks.name, rule.place))
    for extra in ruleset.extras:
        places.setdefault(extra.name, extra.place)
    for veto in ruleset.vetoes:
        places.setdefault(veto.name, veto.place)
    return places


def _pairs(
    ruleset: Ruleset, code: codes.Code, pairs: Iterable[tuple[str, str]]
) -> Iterator[Noticed]:
    """What is to be said of each pair of names, the earlier one first."""
    places = _named(ruleset)
    rules = {rule.name: rule for rule in ruleset.indicators}
    for other, name in pairs:
        found = code.at(places[name], Label(places[other], _AND_THIS), name=name, other=other)
        yield Noticed(found, tuple(rules[each] for each in (name, other) if each in rules))


def one_apart(ruleset: Ruleset) -> Iterator[Noticed]:
    """Names that are one character apart and look alike in nothing else."""
    near = pairs_one_apart(_named(ruleset))
    pairs = [pair for pair in near if plain_look(pair[0]) != plain_look(pair[1])]
    yield from _pairs(ruleset, codes.NAMES_ONE_APART, pairs)


def alike(ruleset: Ruleset) -> Iterator[Noticed]:
    """Names that differ in blanks, case, brackets or other marks only."""
    looks: dict[str, str] = {}
    pairs = []
    for name in _named(ruleset):
        look = plain_look(name)
        other = looks.setdefault(look, name) if look else name
        if other != name:
            pairs.append((other, name))
    yield from _pairs(ruleset, codes.NAMES_ALIKE, pairs)


def units_alike(ruleset: Ruleset) -> Iterator[Noticed]:
    """Units that look alike and measure different things, each pair once."""
    used: dict[str, _Use] = {}
    for figure in ruleset.inputs:
        used.setdefault(figure.unit.text, _Use(figure.unit, figure.place, ()))
    for rule, measure in measured(ruleset):
        unit, place = unit_of(measure), first_of(rule.marks.target, rule.place)
        used.setdefault(unit.text, _Use(unit, place, (rule,)))
    texts = [text for text in used if text][:_LARGEST_GROUP]
    for text, other in combinations(texts, 2):
        first, second = used[text], used[other]
        if first.unit.is_same_measure(second.unit) or not _looks_alike(text, other):
            continue
        shorter, longer = sorted((text, other), key=len)
        label = Label(first.place, _AND_THIS)
        found = codes.UNITS_ALIKE.at(second.place, label, unit=shorter, other=longer)
        yield Noticed(found, (*first.about, *second.about))


@frozen
class _Use:
    """A unit where it is first used, and the rule that uses it."""

    unit: Unit
    place: Place
    about: tuple[Indicator, ...]


def _looks_alike(text: str, other: str) -> bool:
    if plain_look(text) == plain_look(other):
        return True
    if any({text, other} == set(pair) for pair in check_groups("units", "alike")):
        return True
    shorter, longer = sorted((text, other), key=len)
    return any(shorter + ending == longer for ending in check_words("units", "endings").words)
