"""Real forms: what an auditor wrote down by hand is found, and nothing else is."""

import tomllib
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from bench.auditing import judged
from indicator_dsl.audit import audit_form
from indicator_dsl.diagnostics import Collector
from indicator_dsl.forms import read_forms
from indicator_dsl.model import Form
from indicator_dsl.transcription import transcribe

CORPUS = Path(__file__).parents[2] / "corpus"
EXPECTED = tomllib.loads((CORPUS / "expected.toml").read_text(encoding="utf-8"))
UNREAD = {
    "指标4.不合格产品处置率",
    "指标2.药品抽验平均标准",
    "指标3.化妆品抽验平均标准",
}  # a name, and neither target nor actual


def forms() -> Iterator[Form]:
    for name in ("forms.jsonl", "chaoyang-2024-report.txt"):
        collector = Collector()
        yield from read_forms(CORPUS / name, collector)
        assert not collector.has_errors


FORMS = list(forms())


def key_of(form: Form) -> str:
    return next(key for key in EXPECTED if key in form.name)


def test_every_form_is_there() -> None:
    assert sorted(EXPECTED) == sorted(map(key_of, FORMS))


@pytest.mark.parametrize("form", FORMS, ids=key_of)
def test_what_is_found_in_a_real_form(form: Form) -> None:
    audit = audit_form(transcribe(form))
    found = {f"{each.name}: {each.indicator}".removesuffix(": ") for each in audit.findings}
    _, missed, alarms = judged(key_of(form), found, EXPECTED)
    assert (set(), set()) == (missed, alarms)
    unread = {row.reading.indicator for row in audit.rows if not row.reading.is_understood}
    assert unread <= UNREAD


@pytest.mark.parametrize(
    ("form", "points"),
    # 98: the line on progress has 8.00 for 10. 46.35: 2.5 + 3.85 + 0 + 30 + 10, as reported.
    [("chaoyang-2024-report", "98"), ("hi-nongken-2023-xuesheng", "46.35")],
)
def test_the_points_of_whole_forms(form: str, points: str) -> None:
    audit = audit_form(transcribe(next(each for each in FORMS if form in each.name)))

    assert Fraction(points) == audit.score_computed
