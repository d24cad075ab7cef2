"""The function that takes a program's figures out of a mapping, as it was handed in.

Names are constants by their place; a mapping with anything else in it goes the exact way.
"""

from collections.abc import Callable
from typing import cast

from indicator_dsl.frames import item_column
from indicator_dsl.model import Checklist, Ruleset
from indicator_dsl.records.amounts import STEPS, Undecided, amount
from indicator_dsl.records.figures import Figure

Cells = dict[str, object]
Reader = Callable[[Cells], tuple[object, ...]]


def reader_of(ruleset: Ruleset, figures: tuple[Figure, ...]) -> Reader:
    """The figures of a mapping, numbers counted in ten-thousandths of their unit.

    Raises:
        Undecided: by the function, when a cell is not beyond doubt, or the mapping holds names
            besides the figures and the inputs that nothing rests on.
        KeyError: by the function, when a figure is missing.
    """
    lists = {
        rule.name: rule.measure
        for rule in ruleset.indicators
        if isinstance(rule.measure, Checklist)
    }
    of_lists = {
        item_column(name, item.name): (name, item.name)
        for name, checklist in lists.items()
        for item in checklist.items
    }
    constants: dict[str, object] = {"amount": amount, "optional": _optional, "items": _items}
    taken: list[str] = []
    given = [figure.name for figure in figures if figure.name not in of_lists]
    required = [name for name in given if name not in _optional_names(figures)]
    for index, figure in enumerate(figures):
        constants[f"N{index}"] = figure.name
        if figure.name in of_lists:
            owner, item = of_lists[figure.name]
            constants[f"N{index}"], constants[f"I{index}"] = owner, item
            constants[f"C{index}"] = len(lists[owner].items)
            taken.append(f"items(cells[N{index}], C{index})[I{index}]")
        elif not figure.is_number:
            taken.append(f"cells[N{index}]")
        else:
            constants[f"U{index}"] = figure.unit
            plain = f"x * {STEPS} if type(x := cells[N{index}]) is int else amount(x, U{index})"
            optional = f"optional(cells, N{index}, U{index})"
            taken.append(optional if figure.is_optional else plain)
    constants["undecided"] = Undecided
    constants["fits"] = _fits(frozenset(_idle(ruleset, figures) | _optional_names(figures)))
    count = len(required) + len(lists)
    text = (
        "def read(cells):\n"
        f"    if len(cells) != {count} and not fits(cells, {count}):\n"
        "        raise undecided\n"
        f"    return ({''.join(f'{part}, ' for part in taken)})\n"
    )
    exec(compile(text, "<figures>", "exec"), constants)  # noqa: S102 - names stand outside the text
    return cast("Reader", constants["read"])


def _fits(others: frozenset[str]) -> Callable[[Cells, int], bool]:
    def fits(cells: Cells, count: int) -> bool:
        return len(cells) == count + sum(name in cells for name in others)

    return fits


def _optional_names(figures: tuple[Figure, ...]) -> set[str]:
    return {figure.name for figure in figures if figure.is_optional}


def _idle(ruleset: Ruleset, figures: tuple[Figure, ...]) -> set[str]:
    """The inputs that nothing on the card rests on."""
    used = {figure.name for figure in figures}
    rules = {rule.name for rule in ruleset.indicators}
    return {figure.name for figure in ruleset.inputs} - used - rules


def _optional(cells: Cells, name: str, unit: str) -> int | None:
    cell = cells.get(name)
    return None if cell is None else amount(cell, unit)


def _items(cell: object, count: int) -> dict[str, object]:
    """The answers to a checklist, where there are just as many as it asks for."""
    if type(cell) is not dict or len(cell) != count:
        raise Undecided
    return cell
