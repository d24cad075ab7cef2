"""Which column of a long table holds what, by the heads of forms or as the reader says.

Reads no cell.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from indicator_dsl.forms import indicator_heads
from indicator_dsl.longform.cells import Cells, shown
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
_WANTED: Final = {
    "actual": Text("actual", "实际完成值"),
    "weight": Text("weight", "分值"),
    "score": Text("score", "得分"),
}
_ABSENT: Final = Text("it has no column `{column}`", "没有“{column}”列")
_NO_ROLE: Final = Text("no column has the role `{role}`", "没有“{role}”这一角色")
_ROLES_ARE: Final = Text("the roles are {roles}", "角色有：{roles}")
_NAME_IT: Final = Text(
    "name the column: --column {role}=NAME; there are {columns}",
    "请指明该列：--column {role}=列名；现有各列：{columns}",
)
_NO_HEADS: Final = Text(
    "the first line holds the heads, with commas between them; found: {columns}",
    "第一行须为列名，以逗号分隔；读到的是：{columns}",
)
_MISSING: Final = Text(
    "no column is known to hold the {role}: it is missing in every row",
    "没有能认出的{role}列：每一行都缺",
)
_TWO: Final = Text(
    "{n} columns may hold the {role}: `{taken}` is taken, not {others}",
    "有 {n} 列都可作{role}：采用“{taken}”，不采用{others}",
)
_NAMES_OF_TABLES: Final = (
    "项目名称",
    "项目",
    "project",
)  # stand beside a number as a matter of course
_MOST: Final = 12


class Unfit(NamedTuple):
    """Why a table is of no use, and what to do."""

    why: Text
    advice: Text


class Doubt(NamedTuple):
    """A column that may be another than the reader means, or is not there; `column` as advice."""

    role: str
    what: Text
    column: str


def columns_by_role(
    columns: Iterable[str], chosen: Mapping[str, str] | None = None
) -> tuple[dict[str, str], Unfit | None]:
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
        if role not in ROLES:
            advice = _ROLES_ARE.filled(roles=", ".join(ROLES))
            return {}, Unfit(_NO_ROLE.filled(role=shown(role)), advice)
        named = [name for name in names if name_from_text(name) == name_from_text(column)]
        if not named:
            return {}, Unfit(_ABSENT.filled(column=shown(column)), _advice(role, names))
        found[role] = named[0]
    found |= {role: each[0] for role, each in _fitting(names, found).items()}
    for role, told in _NEEDED.items():
        if role not in found:
            heads = "、".join(_heads_of(role))
            why = NO_COLUMN.filled(role=told, heads=heads)
            return found, Unfit(why, _advice(role, names) if found else _no_heads(names))
    return {role: found[role] for role in ROLES if role in found}, None


def doubts_of(columns: Iterable[str], chosen: Mapping[str, str] | None = None) -> Iterator[Doubt]:
    """Which roles that matter have no column, and which could be another's.

    Example:
        >>> doubts = doubts_of(["表号", "指标名称", "实际完成值", "分值", "权重"])
        >>> [(each.role, each.column) for each in doubts]
        [('weight', '权重'), ('score', 'NAME')]
    """
    names, named = list(columns), dict(chosen or {})
    taken = {name for name in names if name_from_text(name) in map(name_from_text, named.values())}
    fitting = _fitting([name for name in names if name not in taken], named)
    for role in ROLES:
        first, *others = fitting.get(role, [""])
        if role == "table":
            others = [each for each in others if name_from_text(each) not in _NAMES_OF_TABLES]
        if others:
            said = {"n": len(others) + 1, "role": told_of(role), "taken": shown(first)}
            listed = Text(
                ", ".join(f"`{shown(each)}`" for each in others),
                "".join(f"“{shown(each)}”" for each in others),
            )
            yield Doubt(role, _TWO.filled(**said, others=listed), shown(others[0]))
        elif role in _WANTED and not first and role not in named:
            yield Doubt(role, _MISSING.filled(role=_WANTED[role]), "NAME")


def told_of(role: str) -> Text:
    """A role as a reader knows it."""
    return (_NEEDED | _WANTED).get(role) or Text(role, f" {role} ")


def _fitting(names: Iterable[str], chosen: Mapping[str, str]) -> dict[str, list[str]]:
    """The columns that may hold what each role has that was not chosen, the best first."""
    ranked: dict[str, list[tuple[int, int, str]]] = {}
    for at, name in enumerate(names):
        if name not in chosen.values():
            role, rank = _role_of(name)
            if role and role not in chosen:
                ranked.setdefault(role, []).append((rank, at, name))
    return {role: [name for _, _, name in sorted(each)] for role, each in ranked.items()}


def _listed(names: Sequence[str]) -> str:
    more = ", …" if len(names) > _MOST else ""
    return ", ".join(map(shown, names[:_MOST])) + more


def _advice(role: str, names: Sequence[str]) -> Text:
    return _NAME_IT.filled(role=role, columns=_listed(names))


def _no_heads(names: Sequence[str]) -> Text:
    return _NO_HEADS.filled(columns=_listed(names))


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
    return (
        ("table", "表号", "项目代码", "项目编号", "项目名称")
        if role == "table"
        else ("指标名称", "三级指标", "indicator")
    )
