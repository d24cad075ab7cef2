"""Whatever the cells of a form hold, it is audited, and nothing of it gets lost."""

from hypothesis import given, strategies as st

from indicator_dsl.audit import audit_form
from indicator_dsl.model import Form, FormCell, FormRow, MoneyRow
from indicator_dsl.transcription import transcribe

TEXTS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        (
            "",
            "≥",
            "≤80%",
            "100%",
            "10",
            "10.5分",
            "优良中低差",
            "优",
            "/",
            "2024年12月底前",
            "已完成",
        )
    ),
    st.from_regex(r"[≥≤=]?[0-9]{1,6}(\.[0-9]{1,3})?(%|件|万元|元/人)?", fullmatch=True),
)
CELLS = TEXTS.map(lambda text: FormCell(text=text))
ROWS = st.builds(
    FormRow,
    level1=CELLS,
    name=CELLS,
    nature=CELLS,
    target=CELLS,
    unit=CELLS,
    actual=CELLS,
    weight=CELLS,
    score=CELLS,
    reason=CELLS,
)
MONEY = st.builds(
    MoneyRow,
    label=CELLS,
    initial=CELLS,
    budget=CELLS,
    executed=CELLS,
    weight=CELLS,
    rate=CELLS,
    score=CELLS,
)
FORMS = st.builds(
    Form,
    name=st.just("表"),
    year=CELLS,
    money_unit=CELLS,
    money=st.lists(MONEY, max_size=2).map(tuple),
    rows=st.lists(ROWS, max_size=4).map(tuple),
    total_weight=CELLS,
    total_score=CELLS,
    narrative=st.lists(CELLS, max_size=2).map(tuple),
)


@given(FORMS)
def test_every_form_is_audited_and_every_row_kept(form: Form) -> None:
    audit = audit_form(transcribe(form))
    assert form.rows == tuple(row.reading.row for row in audit.rows)
    for found in audit.findings:
        assert found.finding.message.zh.isprintable()
        assert found.finding.message.en.isprintable()
        assert found.cells


@given(FORMS)
def test_scores_stand_within_their_bounds(form: Form) -> None:
    audit = audit_form(transcribe(form))
    if audit.score_computed is not None:
        assert audit.low == audit.score_computed == audit.high
    elif audit.low is not None and audit.high is not None:
        assert audit.low <= audit.high


@given(FORMS)
def test_a_row_is_judged_the_same_alone(form: Form) -> None:
    """How a row is written does not depend on the rows beside it."""
    names = {"wordy-actual", "actual-copies-target", "no-direction", "unit-differs"}
    whole = {
        (found.name, found.indicator)
        for found in audit_form(transcribe(form)).findings
        if found.name in names
    }
    alone = {
        (found.name, found.indicator)
        for row in form.rows
        for found in audit_form(transcribe(Form(name="表", year=form.year, rows=(row,)))).findings
        if found.name in names
    }
    assert whole == alone
