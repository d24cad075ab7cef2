"""Every form of the corpus reads back the same from each kind of file an office sends."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from indicator_dsl.diagnostics import Collector
from indicator_dsl.forms import forms_from_bytes, forms_from_text, read_forms
from indicator_dsl.model import Form
from tests.form_files import WRITERS, as_browser_copy, as_csv, as_lines, as_words, layout

CORPUS = Path(__file__).parents[2] / "corpus"
REPORT = "chaoyang-2024-report.txt"
ROW = [
    "level1",
    "level2",
    "name",
    "nature",
    "target",
    "unit",
    "actual",
    "rate",
    "weight",
    "score",
    "reason",
]
MONEY = ["label", "initial", "budget", "executed", "weight", "rate", "score"]
SINGLES = ["title", "year", "project", "department", "agency", "money_unit", "expected", "achieved"]


@cache
def corpus() -> Mapping[str, Form]:
    collector = Collector()
    forms = [
        form
        for name in ("forms.jsonl", REPORT)
        for form in read_forms(CORPUS / name, collector, name=name)
    ]
    assert () == collector.sorted()
    return {form.name: form for form in forms}


def said(form: Form, *, narrative: bool = True) -> dict[str, object]:
    """Everything a form says, without where it says it."""
    singles = (*SINGLES, "total_weight", "total_score")
    return {
        **{name: getattr(form, name).text for name in singles},
        "rows": [[getattr(row, name).text for name in ROW] for row in form.rows],
        "headings": [[getattr(row, name).text for name in ROW] for row in form.headings],
        "money": [[getattr(row, name).text for name in MONEY] for row in form.money],
        "narrative": [cell.text for cell in form.narrative] if narrative else [],
        "others": [cell.text for cell in form.others],
    }


def only(content: bytes, name: str) -> Form:
    collector = Collector()
    forms = forms_from_bytes(content, name, collector)
    assert [] == [found.name for found in collector.sorted() if found.name != "file-gb18030"]
    assert 1 == len(forms)
    return forms[0]


@pytest.mark.parametrize("merged", [True, False], ids=["merged", "repeated"])
@pytest.mark.parametrize("ending", [ending for ending in WRITERS if ending != "xlsx"])
@pytest.mark.parametrize("name", corpus())
def test_a_form_reads_back_the_same(name: str, ending: str, merged: bool) -> None:  # noqa: FBT001
    form = corpus()[name]
    content = WRITERS[ending](layout(form, is_merged=merged))
    assert said(form) == said(only(content, f"自评表.{ending}"))


@pytest.mark.parametrize("merged", [True, False], ids=["merged", "repeated"])
@pytest.mark.parametrize("name", corpus())
def test_a_workbook_reads_back_the_same(name: str, merged: bool) -> None:  # noqa: FBT001
    form = corpus()[name]
    content = WRITERS["xlsx"](layout(form, is_merged=merged))
    read = only(content, "自评表.xlsx")
    assert said(form, narrative=False) == said(read)


@pytest.mark.parametrize("name", corpus())
def test_what_a_browser_copies_reads_back_the_same(name: str) -> None:
    form = corpus()[name]
    assert said(form) == said(only(as_browser_copy(layout(form)), "自评表.txt"))


@pytest.mark.parametrize("name", corpus())
def test_one_cell_a_line_is_read_and_said_to_be_guessed(name: str) -> None:
    form, collector = corpus()[name], Collector()
    (read,) = forms_from_bytes(as_lines(layout(form)), "自评表.txt", collector)
    assert ["form-rows-guessed"] == [found.name for found in collector.sorted()]
    for part in ("rows", "narrative", "project", "total_score", "expected"):
        assert said(form)[part] == said(read)[part]


def test_one_cell_a_line_without_the_empty_ones() -> None:
    form = corpus()[REPORT]
    (read,) = forms_from_bytes(as_words(layout(form)), "自评表.txt", Collector())
    assert said(form)["rows"] == said(read)["rows"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_table_of_separated_values_in_any_encoding(encoding: str) -> None:
    form = corpus()["yn-gucheng-2020-weipian"]
    assert said(form) == said(only(as_csv(layout(form), encoding), "自评表.csv"))


@pytest.mark.parametrize("ending", ["html", "csv", "txt", "tsv"])
def test_pasted_text_is_told_by_its_looks(ending: str) -> None:
    form = corpus()["hi-nongken-2023-xuesheng"]
    text = WRITERS[ending](layout(form)).decode()
    (read,) = forms_from_text(text, "pasted", Collector())
    assert said(form) == said(read)
    assert "pasted" == read.name


def test_pasted_records() -> None:
    text = (CORPUS / "forms.jsonl").read_text(encoding="utf-8")
    assert 15 == len(forms_from_text(text, "pasted", Collector()))


def test_a_workbook_of_the_old_kind() -> None:
    pytest.importorskip("python_calamine")
    collector = Collector()
    (read,) = read_forms(CORPUS / "hi-nongken-2023-xuesheng.xls", collector)
    assert ["form-formats-lost"] == [found.name for found in collector.sorted()]
    assert said(corpus()["hi-nongken-2023-xuesheng"]) == said(read)


def test_the_report_with_all_it_says() -> None:
    form = corpus()[REPORT]
    assert "项目支出绩效自评表" == form.title.text
    assert "（2024年度）" == form.year.text
    assert "政务服务大厅综合窗口服务" == form.project.text
    assert "北京市朝阳区政务服务管理局" == form.agency.text
    assert "万元" == form.money_unit.text
    assert ["年度资金总额", "1599.56", "1523.36", "1523.36", "10", "100%", "10"] == [
        getattr(form.money[0], name).text for name in MONEY
    ]
    assert [
        "年度资金总额", "其中：当年财政拨款", "上年结转资金", "其他资金",
    ] == [row.label.text for row in form.money]  # fmt: skip
    assert ["年办件量", "≥", "200000", "件", "332344件", "20", "20"] == [
        getattr(form.rows[0], name).text
        for name in ("name", "nature", "target", "unit", "actual", "weight", "score")
    ]
    assert ["产出指标", "产出指标", "产出指标", "成本指标", "效益指标", "满意度指标"] == [
        row.level1.text for row in form.rows
    ]
    assert ("100", "100") == (form.total_weight.text, form.total_score.text)
    assert form.achieved.text.startswith("按照市区两级工作要求，完成现成咨询受理服务33万以上")
    assert any("实际全年项目资金执行数1523.36万元" in cell.text for cell in form.narrative)
    assert "北京市朝阳区政务服务管理局" == form.narrative[-1].text
    assert not form.others


def test_every_line_of_the_report_has_a_home() -> None:
    text = (CORPUS / REPORT).read_text(encoding="utf-8")
    form = corpus()[REPORT]
    cells = [
        *(getattr(form, name) for name in (*SINGLES, "total_weight", "total_score")),
        *(getattr(row, name) for row in form.rows for name in ROW),
        *(getattr(row, name) for row in form.money for name in MONEY),
        *form.narrative,
        *form.others,
    ]
    kept = " ".join(cell.text for cell in cells)
    heads = "项目名称主管部门实施单位项目资金（万元）年初预算数全年预算数全年执行数分值执行率得分"
    heads += (
        "年度总体目标预期目标实际完成情况绩效指标一级指标二级指标三级指标绩效指标性质年度指标值"
    )
    heads += "绩效度量单位实际完成值偏差原因分析及改进措施总分"
    lost = [line for line in text.split() if line not in kept and line not in heads]
    assert [] == lost
