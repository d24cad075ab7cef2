"""Profiles a ruleset uses: found through a library, read once, dated statements chosen by the year.

Reads no file itself.
"""

from datetime import date
from typing import Final, Protocol

from attrs import define, evolve, field

from indicator_dsl import codes
from indicator_dsl.assets import rulesets
from indicator_dsl.compiler.reading import Desk
from indicator_dsl.diagnostics import Collector, Diagnostic
from indicator_dsl.quantities import NotADate, date_from_text
from indicator_dsl.source import SourceText
from indicator_dsl.syntax import (
    AssumptionNode,
    CommentNode,
    RulesetFileNode,
    UseNode,
    parse_ruleset,
)
from indicator_dsl.wording import Text, nearest

MOST_PROFILES: Final = 32


class Library(Protocol):
    """Where profiles are found."""

    def find(self, name: str, collector: Collector, at: UseNode, desk: Desk) -> SourceText | None:
        """The text of a profile; None, with a diagnostic, when there is none."""
        ...


class ShippedLibrary:
    """Finds shipped profiles by their id, and nothing else."""

    def find(self, name: str, collector: Collector, at: UseNode, desk: Desk) -> SourceText | None:
        """The text of a shipped ruleset."""
        shelf = {folder.name: folder.joinpath("ruleset.ind") for folder in rulesets().iterdir()}
        file = shelf.get(name)
        if file is not None and file.is_file():
            return SourceText(f"{name}/ruleset.ind", file.read_text(encoding="utf-8"))
        known = [each for each, ruleset in shelf.items() if ruleset.is_file()]
        collector.add(unknown_profile(name, nearest(name, known), at, desk))
        return None


def unknown_profile(name: str, near: tuple[str, ...], at: UseNode, desk: Desk) -> Diagnostic:
    """What to say of a name that nothing goes by; `near` are the names that may be meant."""
    said = Text("; did you mean {en}?", "；是否为 {zh}？").filled(
        en=", ".join(near), zh="、".join(near)
    )
    place = desk.place(at.profile.span)
    return codes.PROFILE_UNKNOWN.at(place, name=name, nearest=said if near else Text("", ""))


def files_of(
    file: RulesetFileNode, desk: Desk, library: Library, year: int | None
) -> list[tuple[RulesetFileNode, Desk]]:
    """Every profile used, deepest first, then the ruleset itself.

    Statements not yet in force are left out.
    """
    gathering = _Gathering(library)
    gathering.gather(file, desk, ())
    return [(in_force(each, year), each_desk) for each, each_desk in gathering.found]


@define
class _Gathering:
    """The profiles found so far, and the texts opened on the way.

    A text is known by what it is, not by what it was asked for: one file has many names.
    """

    library: Library
    found: list[tuple[RulesetFileNode, Desk]] = field(factory=list)
    opened: list[SourceText] = field(factory=list)

    def gather(self, file: RulesetFileNode, desk: Desk, path: tuple[SourceText, ...]) -> None:
        """Adds what a file uses, deepest first, then the file; `path` leads to it."""
        path = (*path, desk.source)
        for node in file.statements:
            if isinstance(node, UseNode):
                self._use(node, desk, path)
        self.found.append((file, desk))

    def _use(self, node: UseNode, desk: Desk, path: tuple[SourceText, ...]) -> None:
        source = self.library.find(node.profile.text, desk.collector, node, desk)
        if source is None:
            return
        if source in path:
            names = [each.name for each in path[path.index(source) :]]
            circle = " → ".join([*names, source.name])
            desk.collector.add(codes.PROFILE_CYCLIC.at(desk.place(node.profile.span), path=circle))
        elif source not in self.opened:
            if len(self.opened) >= MOST_PROFILES:
                place = desk.place(node.profile.span)
                desk.collector.add(codes.PROFILES_TOO_MANY.at(place, limit=MOST_PROFILES))
                return
            self.opened.append(source)
            inner = Desk(source, desk.collector, desk.units)
            self.gather(parse_ruleset(source, desk.collector), inner, path)


def in_force(file: RulesetFileNode, year: int | None) -> RulesetFileNode:
    """The file without statements that begin after the year.

    Nor does it hold those that a later one replaces.
    """
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
    return date.max if year is None else date(max(year, date.min.year), 12, 31)


def _begins(node: object) -> date:
    since = getattr(node, "since", "")
    try:
        return date_from_text(since).date if since else date.min
    except NotADate:
        return date.min


def _key(node: object) -> object:
    """What a dated statement speaks of, so that a later one replaces it; None for others."""
    if not hasattr(node, "since"):
        return None
    for name in ("operator", "name", "condition"):
        part = getattr(node, name, None)
        if part is not None:
            return (type(node), getattr(part, "kind", None) or getattr(part, "text", None) or part)
    return (type(node),)


def assumptions_in_force(files: list[RulesetFileNode]) -> list[str]:
    """What the files assume, without what was said of a statement that a later file replaces."""
    said: list[str] = []
    for index, file in enumerate(files):
        replaced = {_key(node) for later in files[index + 1 :] for node in later.statements}
        run: list[object] = []
        is_open = False
        for node in file.statements:
            if isinstance(node, AssumptionNode):
                is_open = False
                if not replaced.intersection(run):
                    said.append(node.words.text)
            elif _key(node) is not None:
                run = [*run, _key(node)] if is_open else [_key(node)]
                is_open = True
            elif not isinstance(node, CommentNode):
                run, is_open = [], False
    return said
