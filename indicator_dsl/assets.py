"""Where the shipped grammars and rulesets lie, in a wheel as in a checkout.

Reads nothing but the presence of the two folders, and knows no other room.
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

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


def _shelf(name: str) -> "Traversable":
    package = Path(__file__).parent
    if (package / name).is_dir():  # a wheel
        return package / name
    beside = package.parent / name
    if (package.parent / "pyproject.toml").is_file() and beside.is_dir():  # an editable install
        return beside
    from importlib.resources import files  # noqa: PLC0415 - slow, and for an archive alone

    packed = files(__package__).joinpath(name)
    if packed.is_dir():  # a wheel imported straight from the archive
        return packed
    raise ShelfMissing(name)
