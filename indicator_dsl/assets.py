"""Where the shipped grammars and rulesets lie, in a wheel as in a checkout; and the built page.

Reads nothing but the presence of the folders, and knows no other room.
"""

from importlib.resources import files
from importlib.resources.abc import Traversable
from importlib.util import find_spec
from pathlib import Path

__all__ = ["ShelfMissing", "built_page", "grammars", "rulesets"]


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


def grammars() -> Traversable:
    """The folder of the grammar files.

    Raises:
        ShelfMissing: when the package was installed without it.

    Example:
        >>> grammars().name
        'grammars'
    """
    return _shelf("grammars")


def rulesets() -> Traversable:
    """The folder of the shipped rulesets, one folder each, named by the ruleset's id.

    Raises:
        ShelfMissing: when the package was installed without it.

    Example:
        >>> rulesets().name
        'rulesets'
    """
    return _shelf("rulesets")


def built_page() -> Path | None:
    """The folder of the page for browsers; None when it is neither installed nor built.

    It comes in a distribution of its own, and is built into `web/dist` in a checkout.
    """
    spec = find_spec("indicator_dsl_page")
    places = [] if spec is None else [Path(each) for each in spec.submodule_search_locations or ()]
    checkout = Path(__file__).resolve().parent.parent
    folders = [*(place / "dist" for place in places), checkout / "web" / "dist"]
    return next((each for each in folders if (each / "index.html").is_file()), None)


def _shelf(name: str) -> Traversable:
    packed = files(__package__).joinpath(name)
    if packed.is_dir():  # a wheel, also when imported straight from the archive
        return packed
    checkout = Path(__file__).resolve().parent.parent
    beside = checkout / name
    if (checkout / "pyproject.toml").is_file() and beside.is_dir():  # an editable install
        return beside
    raise ShelfMissing(name)
