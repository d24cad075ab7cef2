"""Reported forms written as JSON records: one object, an array of them, or one a line.

Numbers keep the digits they were written with.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any, Final

from attrs import define

from indicator_dsl import codes
from indicator_dsl.diagnostics import Collector
from indicator_dsl.files import json_value
from indicator_dsl.forms.cells import form_cell
from indicator_dsl.model import Form, FormCell, FormRow, MoneyRow
from indicator_dsl.source import SourceText
from indicator_dsl.wording import Text

_Record = Mapping[str, object]
_CELLS: Final = (
    *("title", "year", "project", "department", "agency", "expected", "achieved"),
    *("total_weight", "total_score"),
)
_ROW: Final[Mapping[str, tuple[str, ...]]] = {
    "level1": ("level1",),
    "level2": ("level2",),
    "name": ("level3",),
    "nature": ("operator_as_written",),
    "target": ("target_as_written",),
    "unit": ("unit_as_written",),
    "actual": ("actual_as_written",),
    "rate": ("completion_rate_as_written",),
    "weight": ("weight",),
    "score": ("score",),
    "reason": ("reason",),
}
_MONEY: Final[Mapping[str, tuple[str, ...]]] = {
    "label": ("名称",),
    "initial": ("年初预算数",),
    "budget": ("全年预算数", "金额"),
    "executed": ("全年执行数",),
    "weight": ("分值",),
    "rate": ("执行率",),
    "score": ("得分",),
}
_ROW_WHERE: Final = Text("row {line} of record {at}", "第 {at} 条记录第 {line} 行")
_TOTAL_LABEL: Final = "年度资金总额"
_A_RECORD: Final = Text("a record, { … }", "一条记录 { … }")
_RECORDS: Final = Text("a list of records, [{ … }]", "记录的列表 [{ … }]")
_TEXTS: Final = Text("a list of texts", "文本的列表")
_A_TEXT: Final = Text("a text or a number", "文本或数字")
_THE_RECORD: Final = Text("it", "整条")


def forms_from_records(source: SourceText, collector: Collector) -> tuple[Form, ...]:
    """The forms of a JSON text; what is no record is said, and the others are still read.

    Args:
        source: One record, an array of records, or one record a line.
        collector: Takes the diagnostics.

    Example:
        >>> text = '{"id": "a", "indicators": [{"level3": "年办件量", "weight": 20.0}]}'
        >>> (form,) = forms_from_records(SourceText("a.json", text), Collector())
        >>> form.rows[0].name.text, form.rows[0].weight.text
        ('年办件量', '20.0')
    """
    read = (
        _Reader(source.name, at, collector).form(value)
        for at, value in enumerate(_values(source, collector), 1)
    )
    return tuple(form for form in read if form is not None)


def _values(source: SourceText, collector: Collector) -> Iterator[object]:
    """Every record of the text, whichever way they are strung together."""
    spans = [source.line_span(line) for line in range(1, source.line_count + 1)]
    lines = [span for span in spans if span.text_of(source.text).strip()]
    # No JSON value begins a line with { and the next one too: those are records of their own.
    if all(span.text_of(source.text).startswith("{") for span in lines[:2]) and lines[1:]:
        for span in lines:
            found = json_value(source, collector, whole=str, decimal=str, span=span)
            if found is not None:
                yield found.value
        return
    found = json_value(source, collector, whole=str, decimal=str)
    if found is None:
        return
    if isinstance(found.value, list):
        yield from found.value
    else:
        yield found.value


def _quoted(key: str) -> Text:
    return Text(f"`{key}`", f"“{key}”")


@define
class _Reader:
    """One record on its way to a form; what is of the wrong kind is said and left out."""

    file: str
    at: int
    collector: Collector

    def form(self, value: object) -> Form | None:
        """The form of a record; None when it is none."""
        where = Text(f"record {self.at}", f"第 {self.at} 条记录")
        if not isinstance(value, Mapping):
            self._unfit(where, _THE_RECORD, _A_RECORD)
            return None
        rows = self._rows(value, "indicators", where)
        if rows is None:
            return None
        budget = self._record(value, "budget", where)
        total = [{"名称": _TOTAL_LABEL, **budget}] if budget else []
        details = self._records(budget, "明细行", where) or ()
        name = self._cell(value, ("id",), where).text
        singles: dict[str, Any] = {key: self._cell(value, (key,), where) for key in _CELLS}
        return Form(
            name=name or f"{PurePath(self.file).name}#{self.at}",
            money_unit=self._cell(budget, ("金额单位",), where),
            money=tuple(self._money(row, where) for row in (*total, *details)),
            rows=rows,
            headings=self._rows(value, "headings", where) or (),
            narrative=self._narrative(value, where),
            is_partial=value.get("partial") is True,
            **singles,
        )

    def _rows(self, record: _Record, key: str, where: Text) -> tuple[FormRow, ...] | None:
        """The rows under a key; None, with a diagnostic, where it holds none."""
        records = self._records(record, key, where)
        if records is None:
            return None
        rows = []
        for line, row in enumerate(records, 1):
            at = _ROW_WHERE.filled(line=line, at=self.at)
            rows.append(
                FormRow(**{field: self._cell(row, keys, at) for field, keys in _ROW.items()})
            )
        return tuple(rows)

    def _money(self, row: _Record, where: Text) -> MoneyRow:
        return MoneyRow(**{field: self._cell(row, keys, where) for field, keys in _MONEY.items()})

    def _narrative(self, record: _Record, where: Text) -> tuple[FormCell, ...]:
        texts = record.get("narrative")
        if not isinstance(texts, list):
            if texts is not None:
                self._unfit(where, _quoted("narrative"), _TEXTS)
            return ()
        cells = (self._cell({"narrative": text}, ("narrative",), where) for text in texts)
        return tuple(cell for cell in cells if cell)

    def _cell(self, record: _Record, keys: tuple[str, ...], where: Text) -> FormCell:
        """The first of the keys that holds anything; no cell at all where every one is null."""
        for key in keys:
            match record.get(key):
                case None:
                    continue
                case bool() as value:
                    return form_cell("是" if value else "否", where)
                case str() as value:
                    return form_cell(value, where)
                case _:
                    self._unfit(where, _quoted(key), _A_TEXT)
        return FormCell(where=where, is_given=False)

    def _record(self, record: _Record, key: str, where: Text) -> _Record:
        value = record.get(key)
        if value is None or isinstance(value, Mapping):
            return value or {}
        self._unfit(where, _quoted(key), _A_RECORD)
        return {}

    def _records(self, record: _Record, key: str, where: Text) -> Sequence[_Record] | None:
        value = record.get(key)
        if value is None:
            return ()
        if isinstance(value, list) and all(isinstance(each, Mapping) for each in value):
            return value
        self._unfit(where, _quoted(key), _RECORDS)
        return None

    def _unfit(self, where: Text, key: Text, wanted: Text) -> None:
        said = codes.RECORD_UNFIT.of_file(self.file, where=where, key=key, wanted=wanted)
        self.collector.add(said)
