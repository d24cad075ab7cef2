"""Reported forms and their audits as public objects. Calculates nothing."""

from decimal import Decimal
from fractions import Fraction
from os import PathLike, fspath
from pathlib import Path

from attrs import frozen

from indicator_dsl.api.cards import Scorecard
from indicator_dsl.audit import Audit as AuditModel, AuditedRow, AuditFinding, audit_form as audited
from indicator_dsl.diagnostics import Collector, FormError, RulesetError
from indicator_dsl.files import profile_called
from indicator_dsl.forms import forms_from_bytes, read_forms as forms_in_file
from indicator_dsl.model import Form
from indicator_dsl.quantities import decimal_from_number
from indicator_dsl.rendering import (
    AuditView,
    audit_markdown,
    audit_text,
    audit_to_dict,
    audit_to_json,
)
from indicator_dsl.transcription import import_texts, transcribe
from indicator_dsl.wording import Lang


def read_forms(source: str | PathLike[str] | bytes, *, name: str = "") -> tuple[Form, ...]:
    """The self-evaluation forms of a file, in its order.

    Args:
        source: A path, or the bytes of a file.
        name: How diagnostics call it; of bytes, its ending tells the kind.

    Raises:
        FormError: with all diagnostics, when it holds no form or a part of it cannot be read.

    Example:
        >>> record = '{"id": "甲", "indicators": [{"level3": "年办件量"}]}'
        >>> [form.name for form in read_forms(record.encode(), name="a.json")]
        ['甲']
    """
    collector = Collector()
    if isinstance(source, bytes):
        forms = forms_from_bytes(source, name or "<bytes>", collector)
    else:
        forms = forms_in_file(Path(fspath(source)), collector, name=name)
    if collector.has_errors:
        raise FormError(collector.sorted())
    return forms


def audit_form(form: Form, *, profile: str = "mof-2020") -> "Audit":
    """What a form should have scored, and what does not hold in it.

    Args:
        form: As `read_forms` gives it.
        profile: What supplies methods and scales: the id of a shipped ruleset, or a path.

    Raises:
        RulesetError: with all diagnostics, when the profile cannot be used.

    Example:
        >>> cells = '"target_as_written": "≥200000件", "actual_as_written": "180000", "weight": 20'
        >>> record = f'{{"id": "甲", "indicators": [{{"level3": "年办件量", {cells}}}]}}'
        >>> (form,) = read_forms(record.encode(), name="a.json")
        >>> audit_form(form).bounds
        (Decimal('18.00'), Decimal('18.00'))
    """
    collector = Collector()
    found = profile_called(profile, collector)
    if found is None:
        raise RulesetError(collector.sorted())
    return Audit(audited(transcribe(form, found.name, found.library)))


@frozen(repr=False)
class Audit:
    """An audited form: what was reported, what the rules give, and what to ask the office."""

    model: AuditModel

    @property
    def form(self) -> Form:
        """The form as it was written."""
        return self.model.form

    @property
    def score_reported(self) -> Fraction | None:
        """The total the form prints; None when it prints none or it cannot be read."""
        return self.model.score_reported

    @property
    def score_computed(self) -> Decimal | None:
        """The recomputed total, rounded; None while some line is open or nothing can be scored."""
        return self._points(self.model.score_computed)

    @property
    def bounds(self) -> tuple[Decimal, Decimal] | None:
        """The least and the most the form can come to; None when nothing can be scored."""
        low, high = self._points(self.model.low), self._points(self.model.high)
        return None if low is None or high is None else (low, high)

    @property
    def rows(self) -> tuple[AuditedRow, ...]:
        """Every row of the form: how it was read, its exact points, and those reported."""
        return self.model.rows

    @property
    def findings(self) -> tuple[AuditFinding, ...]:
        """What does not hold, worst first, each with its cells and its arithmetic."""
        return self.model.findings

    @property
    def card(self) -> Scorecard | None:
        """The recomputed score sheet; None when nothing can be scored."""
        return None if self.model.card is None else Scorecard(self.model.card)

    def assumptions(self, lang: Lang = "en") -> tuple[str, ...]:
        """What was assumed of the whole form; what was assumed of a row stands with the row."""
        return tuple(assumed.in_lang(lang) for assumed in self.model.assumptions)

    def to_ruleset(self) -> str:
        """The form's rules as a ruleset, with a comment on everything assumed."""
        return import_texts(self.model.transcript)[0]

    def to_actuals(self) -> str:
        """What the form reports as an actuals file, with a comment on everything assumed."""
        return import_texts(self.model.transcript)[1]

    def to_dict(self, lang: Lang = "en") -> dict[str, object]:
        """The audit as JSON-ready data; every number is a decimal string."""
        return audit_to_dict(self.model, lang)

    def to_json(self, lang: Lang = "en") -> str:
        """The same as JSON text, the last line ended."""
        return audit_to_json(self.model, lang)

    def to_markdown(self, lang: Lang = "en") -> str:
        """The audit as a working paper in Markdown, the last line ended."""
        return audit_markdown(self.model, lang)

    def to_text(self, lang: Lang = "en", *, detail: bool = False) -> str:
        """The audit in plain text, 80 columns wide.

        Args:
            lang: The language of the words around the form's own.
            detail: Whether every row, sum, cell and question is told.
        """
        return audit_text(self.model, lang, is_detailed=detail).rstrip("\n")

    def view(self, lang: Lang = "en", *, detail: bool = False) -> AuditView:
        """The audit for a rich console."""
        return AuditView(self.model, lang, detail)

    def _points(self, points: Fraction | None) -> Decimal | None:
        if points is None or self.model.card is None:
            return None
        return decimal_from_number(points, self.model.card.ruleset.rounding.places)

    def __rich__(self) -> AuditView:
        return self.view()

    def __str__(self) -> str:
        return self.to_text()

    def __repr__(self) -> str:
        found = len(self.findings)
        return f"Audit({self.form.name!r}, {found} {'finding' if found == 1 else 'findings'})"
