"""Where rows begin and end in cells that follow each other without a sign between the rows.

Knows cells by their looks only, as `likeness` does.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from indicator_dsl.forms.likeness import unlikeness
from indicator_dsl.forms.words import is_level

# Where empty cells are there, hardly any is missing, and none is too much.
_MANY: Final = 15  # one empty cell in so many
_EMPTY_DROPPED: Final = 0.5
_DEARER: Final = 2
_ASTRAY: Final = 3.0
# What it costs that a row has no cell in a column. Where nothing stands for an empty cell, whole
# columns may be missing; but a row has a name.
_LEFT_OUT: Final[Mapping[str, float]] = {
    "level1": 0.2,
    "level2": 0.3,
    "name": 4.0,
    "label": 4.0,
    "nature": 0.3,
    "unit": 0.35,
    "rate": 0.35,
    "reason": 0.1,
    "target": 1.2,
    "actual": 1.2,
    "weight": 1.0,
    "score": 0.9,
    "initial": 0.4,
    "budget": 0.5,
    "executed": 0.5,
}
_WORDS_BEHIND: Final = 0.6  # a reason may as well be the name of the next row
_LEVEL_AS_NAME: Final = 2.5
_SENTENCE_AS_LEVEL: Final = 1.5
_LEVEL_LENGTH: Final = 10
_BETTER: Final = 1e-9
_State = tuple[int, int]


def likeliest_rows(texts: Sequence[str], meanings: Sequence[str]) -> list[Mapping[int, int]]:
    """Rows of cells, each as its columns and the places of the cells that stand there.

    Cells that fit nowhere are in no row.

    Args:
        texts: The cells, one after the other.
        meanings: What the columns mean.

    Example:
        >>> cells = ["数量指标", "年办件量", "20", "满意度", "10"]
        >>> likeliest_rows(cells, ["level2", "name", "weight"])
        [{0: 0, 1: 1, 2: 2}, {1: 3, 2: 4}]
    """
    width = len(meanings)
    is_whole = sum(1 for text in texts if not text) * _MANY >= len(texts)
    left_out = [_LEFT_OUT.get(each, 0.1) * (_DEARER if is_whole else 1) for each in meanings]
    ahead = [float("inf")] * (width + 1)
    ahead[0] = 0.0
    steps: list[list[tuple[str, int]]] = []  # how each state was come by, and from which column
    for at in range(len(texts) + 1):
        costs, begun = ahead, [("", column) for column in range(width + 1)]
        _leave_out(costs, begun, left_out)
        if costs[width] + _BETTER < costs[0]:
            costs[0], begun[0] = costs[width], ("row", width)
            _leave_out(costs, begun, left_out)
        steps.append(begun)
        if at == len(texts):
            break
        ahead = [float("inf")] * (width + 1)
        taken = [("", 0)] * (width + 1)
        away = _EMPTY_DROPPED if not texts[at].strip() else _ASTRAY
        for column in range(width + 1):
            if costs[column] + away < ahead[column]:
                ahead[column], taken[column] = costs[column] + away, ("astray", column)
        for column in range(width):
            cost = costs[column] + _unlike(texts[at], meanings[column])
            if cost < ahead[column + 1]:
                ahead[column + 1], taken[column + 1] = cost, ("take", column)
        steps.append(taken)
    return _traced(steps, len(texts), width)


def _unlike(text: str, meaning: str) -> float:
    cost = unlikeness(text, meaning)
    if meaning == "reason" and text:
        return cost + _WORDS_BEHIND
    if meaning in ("name", "target", "actual") and is_level(text):
        return cost + _LEVEL_AS_NAME
    if meaning in ("level1", "level2") and not is_level(text) and len(text) > _LEVEL_LENGTH:
        return cost + _SENTENCE_AS_LEVEL
    return cost


def _leave_out(costs: list[float], begun: list[tuple[str, int]], left_out: Sequence[float]) -> None:
    for column, more in enumerate(left_out):
        cost = costs[column] + more
        if cost + _BETTER < costs[column + 1]:
            costs[column + 1], begun[column + 1] = cost, ("out", column)


def _traced(
    steps: Sequence[Sequence[tuple[str, int]]], count: int, width: int
) -> list[Mapping[int, int]]:
    """The rows behind the cheapest way to the end of the last one."""
    rows: list[dict[int, int]] = [{}]
    at, column = count, width
    while at >= 0:
        step, before = steps[2 * at][column]
        while step:
            if step == "row":
                rows.append({})
            column = before
            step, before = steps[2 * at][column]
        if not at:
            break
        at -= 1
        step, before = steps[2 * at + 1][column]
        if step == "take":
            rows[-1][before] = at
        column = before
    return [dict(sorted(row.items())) for row in reversed(rows) if row]
