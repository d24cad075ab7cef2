"""What stands above and below the tables of a form: labels with their values, titles, goals.

Knows no file and no column of figures.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from attrs import evolve

from indicator_dsl.forms.drafts import Draft
from indicator_dsl.forms.likeness import is_number
from indicator_dsl.forms.moneys import unit_cell
from indicator_dsl.forms.words import (
    field_of,
    goal_heads,
    is_block,
    is_title,
    is_year,
    money_heads,
    money_unit_of,
)
from indicator_dsl.model import NO_CELL, FormCell

_LABELLED: Final = re.compile(r"\s*([^:：]{2,20})[:：]\s*(.*)", re.DOTALL)
_FIGURES: Final = frozenset({"initial", "budget", "executed", "rate"})
_SHORT: Final = 80
_GOALS: Final = frozenset({"expected", "achieved"})


def goals_of(cells: Sequence[FormCell]) -> Mapping[int, str]:
    """Which cells of a row are the heads of the goals, by their place in it; empty when none.

    Example:
        >>> goals_of([FormCell(text=each) for each in ("年度总体目标", "预期目标", "实际完成情况")])
        {1: 'expected', 2: 'achieved'}
    """
    heads = goal_heads()
    ranked = {at: heads.ranked(cell.text) for at, cell in enumerate(cells) if cell}
    if any(not meaning and not is_block(cells[at].text) for at, (meaning, _) in ranked.items()):
        return {}
    found: dict[int, str] = {}
    for wanted in ("expected", "achieved"):
        # The further head of two: the first one names both columns.
        places = [at for at, (meaning, _) in ranked.items() if meaning == wanted]
        if places:
            found[places[-1]] = wanted
    return found if set(found.values()) == _GOALS else {}


def labelled(text: str) -> tuple[str, str]:
    """Which field a cell names and the value it gives at once: `项目名称：窗口服务`.

    Example:
        >>> labelled("项目名称：窗口服务"), labelled("主管部门"), labelled("年办件量")
        (('project', '窗口服务'), ('department', ''), ('', ''))
    """
    if name := field_of(text):
        return name, ""
    found = _LABELLED.fullmatch(text)
    name = field_of(found[1]) if found else ""
    return (name, found[2].strip()) if found and name else ("", "")


def is_project(cells: Sequence[FormCell]) -> bool:
    """Whether a row names the project, and so begins a form."""
    first = next((cell for cell in cells if cell), NO_CELL)
    return labelled(first.text)[0] == "project"


def keep_labels(cells: Sequence[FormCell], draft: Draft) -> None:
    """Takes in a row of labels and values, or of anything else that is no table."""
    cells = [cell for cell in cells if cell]
    left = list(cells)
    while left:
        cell = left.pop(0)
        name, value = labelled(cell.text)
        if name:
            if value:
                _keep_field(name, evolve(cell, text=value), draft)
            elif left and not labelled(left[0].text)[0] and not _is_mark(left[0].text):
                _keep_field(name, left.pop(0), draft)
            else:
                draft.keep(name, evolve(cell, text=""))
        elif (goal := goal_heads().meaning_of(cell.text)) and left and len(left) == 1:
            draft.add_to(goal, left.pop(0))
        elif _is_figure(cell.text) and left and is_number(left[0].text):
            draft.pairs.setdefault(money_heads().meaning_of(cell.text), left.pop(0))
        else:
            _keep_alone(cell, draft, is_alone=len(cells) == 1)


def keep_paragraph(cell: FormCell, draft: Draft) -> None:
    """Takes in a paragraph of the text around the table; it may say what the table does not."""
    if not cell:
        return
    if len(cell.text) <= _SHORT:
        name, value = labelled(cell.text)
        if value:
            draft.beside[name] = evolve(cell, text=value)
        elif is_title(cell.text):
            draft.beside["title"] = cell
            return
        elif is_year(cell.text):
            draft.beside["year"] = cell
            return
        elif money_unit_of(cell.text):
            draft.beside["money_unit"] = unit_cell(cell)
    draft.narrative.append(cell)


def _keep_field(name: str, cell: FormCell, draft: Draft) -> None:
    if name == "money_unit":
        unit = money_unit_of(cell.text)
        draft.keep(*(("money_unit", evolve(cell, text=unit)) if unit else ("agency", cell)))
    else:
        draft.keep(name, cell)


def _keep_alone(cell: FormCell, draft: Draft, *, is_alone: bool) -> None:
    if is_year(cell.text):
        draft.keep("year", cell)
    elif is_title(cell.text):
        draft.keep("title", cell)
    elif money_unit_of(cell.text):
        draft.keep("money_unit", unit_cell(cell))
    elif is_block(cell.text) and not cell.text[0].isdigit():
        return
    elif is_alone:  # a line above or below the table, in a sheet that has no other place for it
        draft.narrative.append(cell)
    else:
        draft.stray(cell)


def _is_mark(text: str) -> bool:
    return is_title(text) or is_block(text) or bool(goal_heads().whole.get(text))


def _is_figure(text: str) -> bool:
    return money_heads().meaning_of(text) in _FIGURES
