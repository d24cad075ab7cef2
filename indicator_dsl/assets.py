"""Where the shipped grammars and rulesets lie, in a wheel as in a checkout; and the built page.

Reads nothing but the presence of the folders and their own files, and knows no other room.
"""

import os.path
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

__all__ = ["ShelfMissing", "built_page", "grammar_text", "grammars", "ruleset_text", "rulesets"]


class ShelfMissing(FileNotFoundError):
    """A folder that was left out when the package was installed.

    Example:
        >>> str(ShelfMissing("grammars"))
        "indicator_dsl was installed without its 'grammars' folder"
    """

    def __init__(self, shelf: str) -> None:
        super().__init__(shelf)
        self.shelf = shelf

    def __str__(self) -> str:
        return f"indicator_dsl was installed without its {self.shelf!r} folder"


def grammars() -> "Traversable":
    """The folder of the grammar files.

    Raises:
        ShelfMissing: when the package was installed without it.

    Example:
        >>> grammars().name
        'grammars'
    """
    return _shelf("grammars")


def rulesets() -> "Traversable":
    """The folder of the shipped rulesets, one folder each, named by the ruleset's id.

    Raises:
        ShelfMissing: when the package was installed without it.

    Example:
        >>> rulesets().name
        'rulesets'
    """
    return _shelf("rulesets")


def built_page() -> "Path | None":
    """The folder of the page for browsers; None when it is neither installed nor built.

    It comes in a distribution of its own, and is built into `web/dist` in a checkout.
    """
    from importlib.util import find_spec  # noqa: PLC0415 - slow, and for one command alone
    from pathlib import Path  # noqa: PLC0415 - the same

    spec = find_spec("indicator_dsl_page")
    places = [] if spec is None else [Path(each) for each in spec.submodule_search_locations or ()]
    checkout = Path(__file__).resolve().parent.parent
    folders = [*(place / "dist" for place in places), checkout / "web" / "dist"]
    return next((each for each in folders if (each / "index.html").is_file()), None)


def grammar_text(name: str) -> str:
    """The text of a grammar file.

    Raises:
        FileNotFoundError: when there is no such file.

    Example:
        >>> grammar_text("indicator.lark")[:2]
        '//'
    """
    return _text("grammars", name)


def ruleset_text(name: str) -> str:
    """The text of a file that lies on the shelf of rulesets itself.

    Raises:
        FileNotFoundError: when there is no such file.

    Example:
        >>> "万元" in ruleset_text("units.ind")
        True
    """
    return _text("rulesets", name)


def _text(shelf: str, name: str) -> str:
    folder = _folder(shelf)
    if not folder:
        return _packed(shelf).joinpath(name).read_text(encoding="utf-8")
    with open(os.path.join(folder, name), encoding="utf-8") as file:  # noqa: PTH118, PTH123 - below
        return file.read()


def _shelf(name: str) -> "Traversable":
    from pathlib import Path  # noqa: PLC0415 - every start reads a shelf, few ask for one

    folder = _folder(name)
    return Path(folder) if folder else _packed(name)


@cache
def _folder(name: str) -> str:
    """The folder of a shelf; empty in an archive. Not by pathlib, which is slow to load."""
    package = os.path.dirname(os.path.realpath(__file__))  # noqa: PTH120 - see above
    checkout = os.path.dirname(package)  # noqa: PTH120 - see above
    packed = os.path.join(package, name)  # noqa: PTH118 - see above
    beside = os.path.join(checkout, name)  # noqa: PTH118 - see above
    project = os.path.join(checkout, "pyproject.toml")  # noqa: PTH118 - see above
    if os.path.isdir(packed):  # noqa: PTH112 - a wheel
        return packed
    is_editable = os.path.isfile(project) and os.path.isdir(beside)  # noqa: PTH112, PTH113
    return beside if is_editable else ""


def _packed(name: str) -> "Traversable":
    from importlib.resources import files  # noqa: PLC0415 - slow, and for an archive alone

    packed = files(__package__).joinpath(name)
    if packed.is_dir():
        return packed
    raise ShelfMissing(name)
