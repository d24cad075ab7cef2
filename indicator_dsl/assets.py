"""Where the shipped grammars and rulesets lie, in a wheel as in a checkout.

Reads nothing but the presence of the two folders, and knows no other room.
"""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

__all__ = ["ShelfMissing", "grammars", "rulesets"]


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


def _shelf(name: str) -> Traversable:
    packed = files(__package__).joinpath(name)
    if packed.is_dir():  # a wheel, also when imported straight from the archive
        return packed
    checkout = Path(__file__).resolve().parent.parent
    beside = checkout / name
    if (checkout / "pyproject.toml").is_file() and beside.is_dir():  # an editable install
        return beside
    raise ShelfMissing(name)
