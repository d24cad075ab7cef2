"""The form of tests/corpus that is told in every view; its rules and actuals stand first."""

from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeAlias

import pytest
from jsonschema import Draft202012Validator
from rich.cells import cell_len

from indicator_dsl import Audit, audit_form, read_forms
from indicator_dsl.rendering import audit_schema
from indicator_dsl.wording import Lang

Golden: TypeAlias = Callable[[str, str], None]

CORPUS: Final = Path(__file__).parents[2] / "corpus"
REPORT: Final = CORPUS / "chaoyang-2024-report.txt"


@pytest.fixture(scope="module")
def audit() -> Audit:
    (form,) = read_forms(REPORT.read_bytes(), name=REPORT.name)
    return audit_form(form)


def with_source(audit: Audit, shown: str) -> str:
    return f"\n{'=' * 80}\n".join((audit.to_ruleset(), audit.to_actuals(), shown))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_in_text(golden: Golden, audit: Audit, lang: Lang) -> None:
    golden(f"audits/chaoyang.brief.{lang}.txt", with_source(audit, audit.to_text(lang)))
    told = audit.to_text(lang, detail=True)
    golden(f"audits/chaoyang.detail.{lang}.txt", with_source(audit, told))


def test_for_machines_and_papers(golden: Golden, audit: Audit) -> None:
    golden("audits/chaoyang.zh.json.txt", with_source(audit, audit.to_json("zh")))
    golden("audits/chaoyang.zh.md.txt", with_source(audit, audit.to_markdown("zh")))


def test_every_form_of_the_corpus_satisfies_the_schema() -> None:
    validator = Draft202012Validator(audit_schema())
    forms = read_forms(CORPUS / "forms.jsonl")
    assert len(forms) == 15
    for form in forms:
        audit = audit_form(form)
        validator.validate(audit.to_dict("zh"))
        told = audit.to_text("zh", detail=True)
        assert [line for line in told.splitlines() if cell_len(line) > 80] == []
