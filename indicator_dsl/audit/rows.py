"""A row laid ready for the checks, and findings made of it. Judges nothing itself."""

from fractions import Fraction
from typing import Final

from attrs import evolve, frozen

from indicator_dsl.audit.audited import AuditedRow, AuditFinding, Confidence
from indicator_dsl.diagnostics import Diagnostic, Finding, Severity
from indicator_dsl.model import FormCell, FormRow
from indicator_dsl.scoring import LineScore
from indicator_dsl.transcription import NOTHING, Ground, RowReading, clean_text, plain_text
from indicator_dsl.wording import Text

_LONGEST: Final = 60
_CONFIDENCE: Final = {Ground.NAME: Confidence.MEDIUM, Ground.ASSUMED: Confidence.LOW}


@frozen(kw_only=True)
class Row:
    """A row of the form with its line.

    `trial` is its line as scored, or as if it had points; None when it has no rule. `doubt` is what
    its actual may mean besides what it was read as. `is_parent` says that its points are those of
    the rows below it.
    """

    audited: AuditedRow
    trial: LineScore | None
    doubt: Finding | None = None
    is_parent: bool = False

    @property
    def reading(self) -> RowReading:
        """What it was read as."""
        return self.audited.reading

    @property
    def cells(self) -> FormRow:
        """The row as written."""
        return self.audited.reading.row

    @property
    def name(self) -> str:
        """The indicator as written."""
        return self.audited.reading.indicator

    @property
    def weight(self) -> Fraction | None:
        """Its printed weight."""
        return self.audited.weight

    @property
    def reported(self) -> Fraction | None:
        """Its printed points."""
        return self.audited.reported

    @property
    def is_full(self) -> bool:
        """Whether it was given its whole weight."""
        return self.weight is not None and self.reported == self.weight

    @property
    def has_reason(self) -> bool:
        """Whether the office says anything where the form asks for a reason."""
        return is_reason(self.cells.reason.text)

    @property
    def confidence(self) -> Confidence:
        """How sure the direction of its target and the meaning of its actual are."""
        if self.doubt is not None:
            return Confidence.LOW
        return _CONFIDENCE.get(self.reading.ground, Confidence.HIGH)

    def about(
        self,
        finding: Finding,
        *cells: FormCell,
        confidence: Confidence = Confidence.HIGH,
        arithmetic: Text | None = None,
        severity: Severity | None = None,
    ) -> AuditFinding:
        """A finding on this row, with the cells it rests on."""
        return AuditFinding(
            finding=evolve(finding, indicator=self.name, severity=severity or finding.severity),
            confidence=confidence,
            cells=(*cells, self.cells.name),
            arithmetic=arithmetic,
        )

    def noticing(
        self, diagnostic: Diagnostic, *cells: FormCell, ask: Text, confidence: Confidence
    ) -> AuditFinding:
        """What a static check of the rule says, asked of the office."""
        finding = Finding(
            code=diagnostic.code,
            name=diagnostic.name,
            severity=diagnostic.severity,
            message=diagnostic.message,
            ask=ask,
        )
        return self.about(finding, *cells, confidence=confidence)


def about_form(
    finding: Finding,
    *cells: FormCell,
    confidence: Confidence = Confidence.HIGH,
    arithmetic: Text | None = None,
    ask: Text | None = None,
) -> AuditFinding:
    """A finding on the form as a whole; `ask` where the code's own question is an author's."""
    return AuditFinding(
        finding=finding if ask is None else evolve(finding, ask=ask),
        confidence=confidence,
        cells=cells,
        arithmetic=arithmetic,
    )


def is_reason(text: str) -> bool:
    """Whether a cell says anything where a reason is asked for.

    Example:
        >>> is_reason("项目延期"), is_reason("无"), is_reason(" 。")
        (True, False, False)
    """
    said = plain_text(text)
    return bool(said.strip("。.;,")) and not NOTHING.fullmatch(said)


def shown(cell: FormCell) -> str:
    """A cell's text as a finding can quote it.

    Example:
        >>> shown(FormCell(text=" 合规 "))
        '合规'
    """
    return clean_text(cell.text, _LONGEST)
