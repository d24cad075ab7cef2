"""Which column of a long table holds what, by the heads of forms or as the reader says.

Reads no cell.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from indicator_dsl.forms import indicator_heads
from indicator_dsl.longform.cells import Cells
from indicator_dsl.wording import Text, name_from_text

# What is said of a whole table, by the names such columns have; those further to the front count.
_OF_TABLE: Final[Mapping[str, tuple[str, ...]]] = {
    "table": (
        *("table", "table_id", "form", "form_id", "表", "表号", "表编号", "自评表", "自评表编号"),
        *(
            "project_id",
            "项目编码",
            "项目代码",
            "项目编号",
            "项目id",
            "project",
            "项目",
            "项目名称",
        ),
    ),
    "year": ("year", "年度", "年份", "预算年度"),
    "total_weight": ("total_weight", "总分值", "分值合计", "满分合计"),
    "total_score": ("total_score", "reported_total", "自评总分", "总得分", "得分合计", "总分"),
}
ROLES: Final = (*_OF_TABLE, *Cells._fields)
_ENGLISH: Final = {"reported": "score", "level3": "name"}
NO_COLUMN: Final = Text(
    "no column is known to hold the {role} ({heads})", "没有能认出的{role}列（{heads}）"
)
_NEEDED: Final = {
    "table": Text("table", "表的编号"),
    "name": Text("indicator", "指标名称"),
}
_ABSENT: Final = Text("it has no column `{column}`", "没有“{column}”列")


def columns_by_role(
    columns: Iterable[str], chosen: Mapping[str, str] | None = None
) -> tuple[dict[str, str], Text | None]:
    """The column of each role, and why the table is of no use; None when it is.

    Args:
        columns: The names of all columns.
        chosen: Columns the reader names, by role.

    Example:
        >>> columns_by_role(["项目代码", "三级指标", "指标值", "得分"])[0]
        {'table': '项目代码', 'name': '三级指标', 'target': '指标值', 'score': '得分'}
    """
    names = list(columns)
    found: dict[str, str] = {}
    for role, column in (chosen or {}).items():
        named = [name for name in names if name_from_text(name) == name_from_text(column)]
        if not named:
            return {}, _ABSENT.filled(column=column)
        found[role] = named[0]
    ranked: dict[str, list[tuple[int, int, str]]] = {}
    for at, name in enumerate(names):
        if name not in found.values():
            role, rank = _role_of(name)
            if role and role not in found:
                ranked.setdefault(role, []).append((rank, at, name))
    best = {role: min(each)[2] for role, each in ranked.items()}
    found |= best
    for role, told in _NEEDED.items():
        if role not in found:
            heads = "、".join(_heads_of(role))
            return found, NO_COLUMN.filled(role=told, heads=heads)
    return {role: found[role] for role in ROLES if role in found}, None


def _role_of(column: str) -> tuple[str, int]:
    said = name_from_text(column).casefold()
    for role, names in _OF_TABLE.items():
        if said in names:
            return role, names.index(said)
    if said in Cells._fields:
        return said, 0
    if said in _ENGLISH:
        return _ENGLISH[said], 0
    meaning, rank = indicator_heads().ranked(column)
    return (meaning, rank) if meaning in Cells._fields else ("", 0)


def _heads_of(role: str) -> tuple[str, ...]:
    return _OF_TABLE["table"][:6] if role == "table" else ("指标名称", "三级指标", "indicator")
