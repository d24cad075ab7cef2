"""Reported forms written as JSON records: one object, an array of them, or one a line."""

import json
from typing import Any

from indicator_dsl.model import Form, FormCell, FormRow, MoneyRow
from indicator_dsl.wording import Text


def forms_from_records(content: str, name: str) -> tuple[Form, ...]:
    """Return the forms of JSON `content`; raises ValueError when it holds anything else."""
    try:
        found = _loaded(content)
    except RecursionError:
        message = "nested too deeply"
        raise ValueError(message) from None
    records = found if isinstance(found, list) else [found]
    if not records or not all(isinstance(record, dict) for record in records):
        message = "not a record of a form"
        raise ValueError(message)
    return tuple(_form(record, name, at) for at, record in enumerate(records, 1))


def _loaded(content: str) -> Any:
    try:
        return _parsed(content)
    except json.JSONDecodeError:
        return [_parsed(line) for line in content.splitlines() if line.strip()]


def _parsed(text: str) -> Any:
    return json.loads(text, parse_float=str, parse_int=str, parse_constant=str)


def _cell(record: dict[str, Any], key: str, where: Text) -> FormCell:
    value = record.get(key)
    if value is None:
        return FormCell(where=where, is_given=False)
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return FormCell(text="".join(text.strip().splitlines()), where=where)


def _form(record: dict[str, Any], name: str, at: int) -> Form:
    where = Text(f"record {at}", f"第 {at} 条记录")
    budget = record.get("budget")
    block = budget if isinstance(budget, dict) else {}
    rows = record.get("indicators") or []
    details = block.get("明细行") or []
    if not all(isinstance(row, dict) for row in (*rows, *details)):
        message = "a row is not a record"
        raise ValueError(message)
    total = (_money({"名称": "年度资金总额", **block}, where),) if block else ()
    return Form(
        name=str(record.get("id") or f"{name}#{at}"),
        year=_cell(record, "year", where),
        project=_cell(record, "project", where),
        money_unit=_cell(block, "金额单位", where),
        money=(*total, *(_money(row, where) for row in details)),
        rows=tuple(_row(row, at, line) for line, row in enumerate(rows, 1)),
        total_score=_cell(record, "total_score", where),
        is_partial=bool(record.get("partial")),
    )


def _row(row: dict[str, Any], at: int, line: int) -> FormRow:
    where = Text(f"row {line} of record {at}", f"第 {at} 条记录第 {line} 行")
    keys = {
        "level1": "level1",
        "level2": "level2",
        "name": "level3",
        "nature": "operator_as_written",
        "target": "target_as_written",
        "unit": "unit_as_written",
        "actual": "actual_as_written",
        "rate": "completion_rate_as_written",
        "weight": "weight",
        "score": "score",
        "reason": "reason",
    }
    return FormRow(**{field: _cell(row, key, where) for field, key in keys.items()})


def _money(row: dict[str, Any], where: Text) -> MoneyRow:
    keys = {
        "label": "名称",
        "initial": "年初预算数",
        "budget": "全年预算数",
        "executed": "全年执行数",
        "weight": "分值",
        "rate": "执行率",
        "score": "得分",
    }
    return MoneyRow(**{field: _cell(row, key, where) for field, key in keys.items()})
