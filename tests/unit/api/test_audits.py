"""Forms and audits from Python: doors, values, errors."""

import pickle
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from rich.console import Console

from indicator_dsl import (
    FormError,
    RulesetError,
    audit_form,
    parse_actuals,
    parse_ruleset,
    read_forms,
)
from indicator_dsl.assets import rulesets
from tests.forms_at_hand import chaoyang, form
from tests.unit.cli.test_auditing import as_json, record


def test_forms_of_a_path_and_of_bytes(tmp_path: Path) -> None:
    content = as_json(record("甲"), record("乙"))
    (tmp_path / "forms.jsonl").write_bytes(content)
    by_path = read_forms(tmp_path / "forms.jsonl")
    assert [each.name for each in by_path] == ["甲", "乙"]
    assert read_forms(str(tmp_path / "forms.jsonl")) == by_path
    assert read_forms(content, name="forms.jsonl") == by_path


@pytest.mark.parametrize(
    ("source", "name", "code"),
    [
        ("no-such-file.json", "", "IND801"),
        (b"", "a.json", "IND836"),
        (b"{", "a.json", "IND403"),
        (b"[1]", "a.json", "IND838"),
    ],
)
def test_what_cannot_be_read_is_raised(source: str | bytes, name: str, code: str) -> None:
    with pytest.raises(FormError) as caught:
        read_forms(source, name=name)
    assert [each.code for each in caught.value.diagnostics] == [code]
    assert pickle.loads(pickle.dumps(caught.value)).diagnostics == caught.value.diagnostics  # noqa: S301 - our own


def test_an_audit_in_values() -> None:
    # 10 × 80 / 100 = 8 of 10 where 10 is reported; everything else is met
    audit = audit_form(chaoyang())
    assert (audit.score_reported, audit.score_computed) == (Fraction(100), Decimal("98.00"))
    assert audit.bounds == (Decimal("98.00"), Decimal("98.00"))
    assert [str(row.earned) for row in audit.rows] == ["20", "10", "8", "10", "30", "10"]
    assert audit.card is not None
    assert audit.card.total == Decimal("98.00")
    assert audit.form == chaoyang()
    assert repr(audit).startswith("Audit('朝阳', ")


def test_the_texts_of_an_audit_score_as_it_does() -> None:
    audit = audit_form(chaoyang())
    card = parse_ruleset(audit.to_ruleset()).evaluate(parse_actuals(audit.to_actuals()))
    assert card.total == audit.score_computed


def test_a_form_of_which_nothing_can_be_scored() -> None:
    audit = audit_form(form())
    assert (audit.score_reported, audit.score_computed, audit.bounds) == (None, None, None)
    assert (audit.card, audit.rows) == (None, ())


def test_every_view_is_the_same_audit() -> None:
    audit = audit_form(chaoyang())
    assert str(audit) == audit.to_text()
    assert "项目开展进度" in audit.to_text(detail=True)
    assert audit.to_markdown("zh").startswith("# 自评表核查底稿")
    assert audit.to_dict()["score_computed"] == "98.00"
    assert audit.to_json().endswith("}\n")
    console = Console(width=80, color_system=None)
    with console.capture() as capture:
        console.print(audit)
    assert "98.00" in capture.get()
    assert pickle.loads(pickle.dumps(audit)) == audit  # noqa: S301 - our own


def test_profiles(tmp_path: Path) -> None:
    shipped = rulesets() / "mof-2020" / "ruleset.ind"
    (tmp_path / "own.ind").write_text(shipped.read_text(encoding="utf-8"), encoding="utf-8")
    own = audit_form(chaoyang(), profile=str(tmp_path / "own.ind"))
    assert own.score_computed == Decimal("98.00")
    with pytest.raises(RulesetError):
        audit_form(chaoyang(), profile="mof-2019")
