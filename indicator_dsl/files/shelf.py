"""Where a ruleset is found: by path, or by the id of a shipped one. Reads titles, no more."""

from pathlib import Path
from typing import TYPE_CHECKING

from attrs import frozen

from indicator_dsl import codes
from indicator_dsl.assets import rulesets
from indicator_dsl.diagnostics import Collector
from indicator_dsl.wording import Text, nearest

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


@frozen
class Shipped:
    """A shipped ruleset.

    Its id, its file, and the file of its own actuals (None when it has none).
    """

    id: str
    ruleset: "Traversable"
    actuals: "Traversable | None"


def shipped_rulesets() -> tuple[Shipped, ...]:
    """Every shipped ruleset, by id.

    Example:
        >>> "chaoyang-window-2024" in [shipped.id for shipped in shipped_rulesets()]
        True
    """
    found: list[Shipped] = []
    for folder in sorted(rulesets().iterdir(), key=lambda entry: entry.name):
        ruleset = folder.joinpath("ruleset.ind")
        if folder.is_dir() and ruleset.is_file():
            actuals = folder.joinpath("actuals.act")
            found.append(Shipped(folder.name, ruleset, actuals if actuals.is_file() else None))
    return tuple(found)


def is_path(name: str) -> bool:
    """Whether a name is meant as a path: it has a separator or ends in `.ind` or `.indc`."""
    return "/" in name or "\\" in name or name.endswith((".ind", ".indc"))


def find_ruleset(name: str, collector: Collector) -> Path | Shipped | None:
    """The file a name means; None, with a diagnostic, when no shipped ruleset has that id.

    Example:
        >>> find_ruleset("my/rules.ind", Collector()).name
        'rules.ind'
    """
    if is_path(name):
        return Path(name)
    shelf = {shipped.id: shipped for shipped in shipped_rulesets()}
    if name in shelf:
        return shelf[name]
    near = nearest(name, shelf)
    said = Text("; did you mean {en}?", "；是否为 {zh}？").filled(
        en=", ".join(near), zh="、".join(near)
    )
    collector.add(codes.RULESET_UNKNOWN.of_file(name, nearest=said if near else Text("", "")))
    return None


def actuals_beside(found: Path | Shipped) -> "Path | Traversable | None":
    """The actuals that lie with a ruleset.

    A shipped one's own, or `actuals.act` or `NAME.act` beside a file.
    """
    if isinstance(found, Shipped):
        return found.actuals
    for candidate in (found.with_suffix(".act"), found.parent / "actuals.act"):
        if candidate.is_file():
            return candidate
    return None
