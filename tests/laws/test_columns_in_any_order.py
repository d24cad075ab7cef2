"""Shuffling the columns of a table of indicators changes nothing of what its form says."""

from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, strategies as st

from indicator_dsl.diagnostics import Collector
from indicator_dsl.forms import forms_from_bytes, read_forms
from indicator_dsl.model import Form
from tests.form_files import COLUMNS, WRITERS, layout

ENDINGS = ("csv", "html", "txt", "tsv", "xlsx", "docx")
ROW = tuple(COLUMNS)


def corpus() -> tuple[Form, ...]:
    folder = Path(__file__).parents[1] / "corpus"
    forms = read_forms(folder / "forms.jsonl", Collector())
    return forms + read_forms(folder / "chaoyang-2024-report.txt", Collector())


FORMS = corpus()


def rows_of(form: Form) -> list[list[str]]:
    return [[getattr(row, name).text for name in ROW] for row in form.rows]


@pytest.mark.parametrize("ending", ENDINGS)
@given(data=st.data())
def test_the_same_form_comes_out(ending: str, data: st.DataObject) -> None:
    form = data.draw(st.sampled_from(FORMS))
    small = evolve(form, rows=form.rows[:4], money=form.money[:1], narrative=())
    order = data.draw(st.permutations(COLUMNS))
    left_out = data.draw(st.sets(st.sampled_from(("nature", "unit", "rate", "reason"))))
    columns = [column for column in order if column not in left_out]
    content = WRITERS[ending](layout(small, columns, is_merged=data.draw(st.booleans())))
    (read,) = forms_from_bytes(content, f"a.{ending}", Collector())
    expected = [
        ["" if name in left_out else text for name, text in zip(ROW, row, strict=True)]
        for row in rows_of(small)
    ]
    assert expected == rows_of(read)
    assert form.total_score.text == read.total_score.text
    assert form.project.text == read.project.text
    assert [row.label.text for row in small.money] == [row.label.text for row in read.money]
