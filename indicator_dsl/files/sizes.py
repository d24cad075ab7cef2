"""How large a file is, as a reader says it. Reads no file."""

from typing import Final

from indicator_dsl import codes
from indicator_dsl.diagnostics import Diagnostic
from indicator_dsl.wording import Text, same

_UNITS: Final = ((1 << 20, "MB"), (1 << 10, "KB"))
_BYTES: Final = Text("{n} bytes", "{n} 字节")
_MORE: Final = Text("more than {size}", "超过 {size}")


def too_large(name: str, limit: int, size: int | None = None) -> Diagnostic:
    """The diagnostic of a file beyond the limit.

    Args:
        name: How the reader knows the file.
        limit: The most bytes that are read.
        size: The bytes it has; None where they were not counted.

    Example:
        >>> too_large("a.txt", 32 << 20, (32 << 20) + 1).message.en
        '`a.txt` has 32.1 MB; at most 32 MB is read'
    """
    most = size_text(limit)
    has = _MORE.filled(size=most) if size is None else size_text(size)
    return codes.FILE_TOO_LARGE.of_file(name, size=has, limit=most)


def size_text(size: int) -> Text:
    """A number of bytes in the largest unit it fills, to one decimal, never less than it is.

    Example:
        >>> size_text(33_554_432).zh, size_text(4_194_305).zh, size_text(900).en
        ('32 MB', '4.1 MB', '900 bytes')
    """
    for unit, name in _UNITS:
        if size >= unit:
            whole, tenths = divmod(-(-size * 10 // unit), 10)
            return same(f"{whole}.{tenths} {name}" if tenths else f"{whole} {name}")
    return _BYTES.filled(n=size)
