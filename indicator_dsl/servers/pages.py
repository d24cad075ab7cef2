"""The built page as its server and its copies see it: files by name, and what kind each is.

Changes none of them.
"""

from pathlib import Path
from typing import Final

# By hand: what a system believes of .mjs or .wasm differs from one to the next.
_KINDS: Final = {
    ".css": "text/css; charset=utf-8",
    ".gz": "application/octet-stream",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
}
_OTHER: Final = "application/octet-stream"
INDEX: Final = "index.html"


def page_files(folder: Path) -> dict[str, Path]:
    """Every file of a built page by its name below the folder, with `/` between; no links.

    Args:
        folder: As `web/build.py` makes it.

    Returns:
        Empty when that is no built page.
    """
    if not (folder / INDEX).is_file():
        return {}
    found = (each for each in folder.rglob("*") if each.is_file() and not each.is_symlink())
    return {each.relative_to(folder).as_posix(): each for each in sorted(found)}


def media_type(name: str) -> str:
    """What a browser is told that a file is.

    Example:
        >>> media_type("page.js"), media_type("parts/python.gz")
        ('text/javascript; charset=utf-8', 'application/octet-stream')
    """
    return _KINDS.get(Path(name).suffix, _OTHER)
