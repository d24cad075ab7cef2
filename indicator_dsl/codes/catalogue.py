"""The codes as one list. Finds a code by its number or its name and does nothing else."""

from types import ModuleType

from indicator_dsl.codes import (
    achieving,
    auditing,
    checking,
    drawing,
    filing,
    framing,
    naming,
    receiving,
    returning,
    scheming,
    serving,
    sheeting,
    tabulating,
    trying,
    writing,
)
from indicator_dsl.codes.code import Code


def _codes_in(module: ModuleType) -> list[Code]:
    return [value for value in vars(module).values() if isinstance(value, Code)]


def all_codes() -> tuple[Code, ...]:
    """Every code, by number.

    Example:
        >>> all_codes()[0].name
        'not-understood'
    """
    modules = (
        writing,
        naming,
        scheming,
        achieving,
        auditing,
        filing,
        receiving,
        trying,
        checking,
        sheeting,
        tabulating,
        drawing,
        serving,
        framing,
        returning,
    )
    return tuple(sorted((c for m in modules for c in _codes_in(m)), key=lambda code: code.code))


def code_called(wanted: str) -> Code | None:
    """The code with that number or name, in any case; None when there is none.

    Example:
        >>> code_called("ind204").name
        'unit-mismatch'
    """
    sought = wanted.strip().lower()
    return next((c for c in all_codes() if sought in (c.code.lower(), c.name)), None)
