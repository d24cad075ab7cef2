"""Profiles a ruleset uses: found through a library, read once, dated statements chosen by the year.

Reads no file itself.
"""

from datetime import date
from typing import Protocol

from attrs import evolve

from indicator_dsl import codes
from indicator_dsl.assets import rulesets
from indicator_dsl.compiler.reading import Desk
from indicator_dsl.diagnostics import Collector
from indicator_dsl.quantities import NotADate, date_from_text
from indicator_dsl.source import SourceText
from indicator_dsl.syntax import RulesetFileNode, UseNode, parse_ruleset
from indicator_dsl.wording import Text, nearest

_MOST_PROFILES = 32


class Library(Protocol):
    """Where profiles are found."""

    def find(self, name: str, collector: Collector, at: UseNode, desk: Desk) -> SourceText | None:
        """The text of a profile; None, with a diagnostic, when there is none."""
        ...


class ShippedLibrary:
    """Finds shipped profiles by their id, and nothing else."""

    def find(self, name: str, collector: Collector, at: UseNode, desk: Desk) -> SourceText | None:
        """The text of a shipped ruleset."""
        folder = rulesets().joinpath(name)
        file = folder.joinpath("ruleset.ind")
        if "/" not in name and "\\" not in name and "." not in name and file.is_file():
            return SourceText(f"{name}/ruleset.ind", file.read_text(encoding="utf-8"))
        known = [entry.name for entry in rulesets().iterdir() if entry.is_dir()]
        near = nearest(name, known)
        said = Text("; did you mean {en}?", "；是否为 {zh}？").filled(
            en=", ".join(near), zh="、".join(near)
        )
        collector.add(
            codes.PROFILE_UNKNOWN.at(
                desk.place(at.profile.span),
                name=name,
                nearest=said if near else Text("", ""),
            )
        )
        return None


def files_of(
    file: RulesetFileNode, desk: Desk, library: Library, year: int | None
) -> list[tuple[RulesetFileNode, Desk]]:
    """Every profile used, deepest first, then the ruleset itself; statements not yet in force left out."""
    found: list[tuple[RulesetFileNode, Desk]] = []
    _collect(file, desk, library, (), found)
    return [(in_force(each, year), each_desk) for each, each_desk in found]


def _collect(
    file: RulesetFileNode,
    desk: Desk,
    library: Library,
    path: tuple[str, ...],
    found: list[tuple[RulesetFileNode, Desk]],
) -> None:
    for node in file.statements:
        if not isinstance(node, UseNode):
            continue
        name = node.profile.text
        if name in path:
            circle = " → ".join((*path[path.index(name) :], name))
            desk.collector.add(codes.PROFILE_CYCLIC.at(desk.place(node.profile.span), path=circle))
            continue
        if any(other.source.name == name for _, other in found) or len(found) >= _MOST_PROFILES:
            continue
        source = library.find(name, desk.collector, node, desk)
        if source is None or any(other.source == source for _, other in found):
            continue
        inner = Desk(source, desk.collector, desk.units)
        _collect(parse_ruleset(source, desk.collector), inner, library, (*path, name), found)
    found.append((file, desk))


def in_force(file: RulesetFileNode, year: int | None) -> RulesetFileNode:
    """The file without statements that begin after the year, and without those a later one replaces."""
    if not any(getattr(node, "since", "") for node in file.statements):
        return file
    kept = [node for node in file.statements if _begins(node) <= _end_of(year)]
    latest: dict[object, date] = {}
    for node in kept:
        key = _key(node)
        if key is not None:
            latest[key] = max(latest.get(key, date.min), _begins(node))
    return evolve(
        file,
        statements=tuple(n for n in kept if _key(n) is None or _begins(n) == latest[_key(n)]),
    )


def _end_of(year: int | None) -> date:
    return date.max if year is None else date(year, 12, 31)


def _begins(node: object) -> date:
    since = getattr(node, "since", "")
    try:
        return date_from_text(since).date if since else date.min
    except NotADate:
        return date.min


def _key(node: object) -> object:
    """What a dated statement speaks of, so that a later one replaces it; None for other statements."""
    if not hasattr(node, "since"):
        return None
    for name in ("operator", "name", "condition"):
        part = getattr(node, name, None)
        if part is not None:
            return (type(node), getattr(part, "kind", None) or getattr(part, "text", None) or part)
    return (type(node),)
