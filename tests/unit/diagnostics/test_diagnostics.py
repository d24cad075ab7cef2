"""Diagnostics collected, ordered and carried by exceptions; findings as sentences."""

import pickle

import pytest

from indicator_dsl.diagnostics import (
    ActualsError,
    Collector,
    Diagnostic,
    Finding,
    InputError,
    Label,
    RulesetError,
    Severity,
)
from indicator_dsl.source import Place, SourceText, Span
from indicator_dsl.wording import Text, same

SOURCE = SourceText("b.ind", "一二三\n四五六\n")


def diagnostic(code: str, at: int | None = None, severity: Severity = Severity.ERROR) -> Diagnostic:
    labels = () if at is None else (Label(Place(SOURCE, Span(at, at + 1)), same("")),)
    return Diagnostic(
        code=code,
        name="a-name",
        severity=severity,
        message=Text("it is wrong", "有误"),
        labels=labels,
        file="a.ind" if at is None else "",
    )


def test_the_first_label_is_the_place() -> None:
    found = diagnostic("IND101", 4)
    assert found.place is not None
    assert ("四", "b.ind") == (found.place.text, found.file_name)
    assert (None, "a.ind") == (diagnostic("IND801").place, diagnostic("IND801").file_name)


def test_a_sentence_begins_with_its_code() -> None:
    assert "IND101 a-name: it is wrong" == diagnostic("IND101").sentence()
    assert "IND101 a-name: 有误" == diagnostic("IND101").sentence("zh")


def test_all_are_kept_in_order_of_file_position_and_code() -> None:
    collector = Collector()
    kept = [
        diagnostic("IND204", 4),
        diagnostic("IND203", 4),
        diagnostic("IND101", 0),
        diagnostic("IND801"),
    ]
    collector.extend(tuple(kept))
    assert ["IND801", "IND101", "IND203", "IND204"] == [d.code for d in collector.sorted()]


def test_the_same_one_is_kept_once() -> None:
    collector = Collector()
    for _ in range(3):
        collector.add(diagnostic("IND101", 0))
    assert 1 == len(collector.sorted())


@pytest.mark.parametrize("severity", Severity)
def test_only_errors_are_errors(severity: Severity) -> None:
    collector = Collector()
    assert not collector.has_errors
    collector.add(diagnostic("IND101", 0, severity))
    assert (severity is Severity.ERROR) == collector.has_errors


@pytest.mark.parametrize("kind", [RulesetError, ActualsError])
def test_an_exception_carries_all_of_them(kind: type[InputError]) -> None:
    fault = kind((diagnostic("IND101", 4), diagnostic("IND801")))
    assert "b.ind:2:1: IND101 a-name: it is wrong\nIND801 a-name: it is wrong" == str(fault)
    assert isinstance(fault, ValueError)
    again = pickle.loads(pickle.dumps(fault))  # noqa: S301 - our own bytes
    assert fault.diagnostics == again.diagnostics


def test_a_finding_is_a_sentence_too() -> None:
    finding = Finding(
        code="IND506", name="check-failed", severity=Severity.WARNING, message=Text("more", "超支")
    )
    assert "IND506 check-failed: more" == finding.sentence()
    assert "IND506 check-failed: 超支" == finding.sentence("zh")
    assert ("", None) == (finding.indicator, finding.ask)
