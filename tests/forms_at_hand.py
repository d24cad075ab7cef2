"""Forms for the tests: records of cells as `Form` values. Knows no reader of files."""

import json
from pathlib import Path
from typing import Any

from attrs import evolve

from indicator_dsl.model import NO_CELL, Form, FormCell, FormRow, MoneyRow

CHAOYANG = (
    ("产出指标", "数量指标", "年办件量", "≥", "200000", "件", "332344件", "20", "20"),
    (
        "产出指标",
        "质量指标",
        "为办事群众提供进驻可事项现场咨询受理服务",
        "定性",
        "优良中低差",
        "",
        "优",
        "10",
        "10",
    ),
    ("产出指标", "时效指标", "项目开展进度", "≤", "80", "%", "100%", "10", "10"),
    ("成本指标", "经济成本指标", "年度项目成本", "≤", "1599.56", "万", "1523.36万元", "10", "10"),
    ("效益指标", "社会效益指标", "政务服务水平", "定性", "优良中低差", "", "优", "30", "30"),
    ("满意度指标", "服务对象满意度指标", "办事群众满意度", "≥", "95", "%", "99.95%", "10", "10"),
)
_KEYS = ("level1", "level2", "name", "nature", "target", "unit", "actual", "weight", "score")


def cell(text: str | None) -> FormCell:
    return NO_CELL if text is None else FormCell(text=text)


def row(name: str = "指标", **cells: str | None) -> FormRow:
    return FormRow(name=FormCell(text=name), **{key: cell(text) for key, text in cells.items()})


def form(*rows: FormRow, **cells: str | None) -> Form:
    given: dict[str, Any] = {key: cell(text) for key, text in cells.items()}
    return evolve(Form(name="表", rows=rows), **given)


def chaoyang() -> Form:
    rows = tuple(row(**dict(zip(_KEYS, cells, strict=True))) for cells in CHAOYANG)
    money = MoneyRow(
        label=cell("年度资金总额"),
        initial=cell("1599.56"),
        budget=cell("1523.36"),
        executed=cell("1523.36"),
        weight=cell("10"),
        rate=cell("100%"),
        score=cell("10"),
    )
    return Form(
        name="朝阳",
        year=cell("2024"),
        project=cell("政务服务大厅综合窗口服务项目"),
        money_unit=cell("万元"),
        money=(money,),
        rows=rows,
        total_weight=cell("100"),
        total_score=cell("100"),
    )


def form_of_record(record: dict[str, Any]) -> Form:
    budget = record.get("budget") or {}
    money = MoneyRow(
        label=cell("年度资金总额"),
        initial=cell(budget.get("年初预算数")),
        budget=cell(budget.get("全年预算数")),
        executed=cell(budget.get("全年执行数")),
        weight=cell(budget.get("分值")),
        rate=cell(budget.get("执行率")),
        score=cell(budget.get("得分")),
    )
    return Form(
        name=record["id"],
        year=cell(record.get("year")),
        project=cell(record.get("project")),
        money_unit=cell(budget.get("金额单位")),
        money=(money,) if budget else (),
        rows=tuple(
            row(
                raw["level3"],
                level1=raw["level1"],
                level2=raw["level2"],
                nature=raw["operator_as_written"],
                target=raw["target_as_written"],
                unit=raw["unit_as_written"],
                actual=raw["actual_as_written"],
                weight=raw["weight"],
                score=raw["score"],
                reason=raw["reason"],
            )
            for raw in record["indicators"]
        ),
        total_score=cell(record.get("total_score")),
        is_partial=bool(record.get("partial")),
    )


def records(path: Path) -> list[Form]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [form_of_record(json.loads(line)) for line in lines]
