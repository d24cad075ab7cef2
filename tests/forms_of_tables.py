"""A form from a table of cells as people type one: heads first, then rows. For tests and pages."""

from indicator_dsl.model import NO_CELL, Form, FormCell, FormRow, MoneyRow

_ROWS = {
    "一级指标": "level1",
    "二级指标": "level2",
    "三级指标": "name",
    "绩效指标性质": "nature",
    "年度指标值": "target",
    "绩效度量单位": "unit",
    "实际完成值": "actual",
    "分值": "weight",
    "得分": "score",
    "偏差原因": "reason",
}
_MONEY = {
    "项目资金（万元）": "label",
    "年初预算数": "initial",
    "全年预算数": "budget",
    "全年执行数": "executed",
    "分值": "weight",
    "执行率": "rate",
    "得分": "score",
}


def form_of_table(text: str, narrative: tuple[str, ...] = ()) -> Form:
    """The form a table says: cells between commas; money and total where it has them."""
    heads: list[str] = []
    rows: list[FormRow] = []
    money: list[MoneyRow] = []
    weight = score = NO_CELL
    for line in text.strip().splitlines():
        cells = [cell.strip() for cell in line.split(",")]
        given = [FormCell(text=cell) for cell in cells]
        if cells[0] == "总分":
            weight, score = given[1:]
        elif "执行率" in cells or "三级指标" in cells:
            heads = cells
        elif "执行率" in heads:
            money.append(MoneyRow(**dict(zip(map(_MONEY.__getitem__, heads), given, strict=True))))
        else:
            rows.append(FormRow(**dict(zip(map(_ROWS.__getitem__, heads), given, strict=True))))
    return Form(
        name="表",
        year=FormCell(text="2024"),
        money_unit=FormCell(text="万元"),
        money=tuple(money),
        rows=tuple(rows),
        total_weight=weight,
        total_score=score,
        narrative=tuple(FormCell(text=each) for each in narrative),
    )
