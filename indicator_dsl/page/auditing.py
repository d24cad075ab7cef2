"""Forms that were dropped on the page, and their audits. Judges nothing."""

from attrs import asdict, define, field

from indicator_dsl.audit import Audit, audit_form
from indicator_dsl.diagnostics import Collector, Diagnostic
from indicator_dsl.files import profile_called, too_large
from indicator_dsl.forms import (
    MOST_BYTES,
    PointedForm,
    audited_form_content,
    forms_from_bytes,
    forms_from_text,
    pointed_form,
)
from indicator_dsl.model import Form
from indicator_dsl.page.questions import Question, Record
from indicator_dsl.page.shelf import FIRST_PROFILE
from indicator_dsl.page.texts import texts_record
from indicator_dsl.rendering import (
    audit_head,
    audit_markdown,
    audit_to_dict,
    diagnostics_to_dict,
)
from indicator_dsl.transcription import import_texts, transcribe
from indicator_dsl.wording import Lang


@define
class Inbox:
    """The forms of the file that was read last, and their audits as they are looked at."""

    _audits: list[Audit] = field(factory=list)
    _said: tuple[Diagnostic, ...] = ()

    def read(self, asked: Question) -> Record:
        """Reads a file, or pasted text, and audits every form in it.

        Returns:
            `forms`: a line each, in the order of the file; `diagnostics`: what reading said.
        """
        self._audits, collector = [], Collector()
        forms = _forms(asked, collector)
        profile = profile_called(asked.text("profile") or FIRST_PROFILE, collector)
        if profile is not None:
            self._audits = [
                audit_form(transcribe(form, profile.name, profile.library)) for form in forms
            ]
        self._said = collector.sorted()
        return self._listed(asked.lang)

    def audit(self, asked: Question) -> Record:
        """One form's audit with its table; the list of forms when there is no such form."""
        audit = self._audit(asked)
        if audit is None:
            return self._listed(asked.lang)
        head = audit_head(audit, asked.lang)
        return {
            **self._listed(asked.lang),
            **audit_to_dict(audit, asked.lang),
            "number": asked.number("number"),
            "head": asdict(head),
            "table": _table(pointed_form(audit), asked.lang),
        }

    def form(self, asked: Question) -> Record:
        """The form written back, as `content`; `name` must end in .xlsx or .docx."""
        audit, collector = self._audit(asked), Collector()
        name = asked.text("name")
        content = None
        if audit is not None:
            content = audited_form_content(audit, name, collector, lang=asked.lang)
        said = diagnostics_to_dict(collector.sorted(), asked.lang)
        return {**said, "content": content or b""}

    def report(self, asked: Question) -> Record:
        """The working paper in Markdown."""
        audit = self._audit(asked)
        return {"markdown": "" if audit is None else audit_markdown(audit, asked.lang)}

    def rules(self, asked: Question) -> Record:
        """The form as a ruleset and its actuals, keywords in the language asked for."""
        audit = self._audit(asked)
        ruleset, actuals = ("", "") if audit is None else import_texts(audit.transcript)
        return texts_record(ruleset, actuals, asked.lang)

    def _audit(self, asked: Question) -> Audit | None:
        number = asked.number("number")
        return self._audits[number] if number < len(self._audits) else None

    def _listed(self, lang: Lang) -> Record:
        return {
            **diagnostics_to_dict(self._said, lang),
            "forms": [_line(audit, lang) for audit in self._audits],
        }


def _forms(asked: Question, collector: Collector) -> tuple[Form, ...]:
    name, text = asked.text("name"), asked.text("text")
    size = len(asked.content) or len(text.encode("utf-8", "replace"))
    if size > MOST_BYTES:
        collector.add(too_large(name, MOST_BYTES, size))
        return ()
    if asked.content or not text:
        return forms_from_bytes(asked.content, name, collector)
    return forms_from_text(text, name, collector)


def _line(audit: Audit, lang: Lang) -> Record:
    head = audit_head(audit, lang)
    return {
        "name": audit.form.name,
        "title": head.title,
        "summary": head.summary,
        "counted": head.counted,
    }


def _table(form: PointedForm, lang: Lang) -> Record:
    return {
        "widths": list(form.widths),
        "cells": [asdict(cell) for cell in form.cells],
        "beside": [
            {"where": each.where.in_lang(lang), "text": each.text, "findings": each.findings}
            for each in form.beside
        ],
    }
