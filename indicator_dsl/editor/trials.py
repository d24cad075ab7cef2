"""Whether a change of a text makes a diagnostic go away and brings no new error. Proposes none."""

from collections import Counter
from functools import cache
from typing import Final

from attrs import frozen

from indicator_dsl import codes
from indicator_dsl.compiler import Library
from indicator_dsl.diagnostics import Diagnostic, Severity
from indicator_dsl.editor.analysing import Analysis, analyse_actuals, analyse_ruleset
from indicator_dsl.editor.edits import Edit, edited
from indicator_dsl.editor.symbols import Kind, occurrences
from indicator_dsl.source import Place, SourceText, Span
from indicator_dsl.syntax import ActualsFileNode, IndicatorNode

_ABOUT_NAMES: Final = frozenset({codes.NAME_DUPLICATE.code, codes.NAME_LOOK_ALIKE.code})
_MOST_RULES: Final = 300  # of a sheet that is tried as a whole


@frozen(kw_only=True)
class Trial:
    """The text cut down to what matters for one place, and what is wrong with it.

    Other rules than the one at the place are left out, so that a trial takes the same time in a
    text of any length. `cut` holds the stretches that were blanked.
    """

    analysis: Analysis
    diagnostic: Diagnostic
    library: Library | None
    cut: tuple[Span, ...]
    before: "_Said"

    @classmethod
    def of(
        cls, analysis: Analysis, diagnostic: Diagnostic, place: Place, library: Library | None
    ) -> "Trial | None":
        """The trial of a diagnostic; None where each attempt would take too long."""
        others = [
            each.place.span for each in diagnostic.labels if each.place.source == place.source
        ]
        cut = tuple(
            node.span
            for node in analysis.file.statements
            if isinstance(node, IndicatorNode)
            and not any(node.span.start <= at.start <= node.span.end for at in others)
        )
        reduced = _said_of(analysis, (), cut, library) if cut else _said(analysis)
        if reduced.codes[diagnostic.code] == 0:  # it speaks of the whole sheet
            if len(cut) > _MOST_RULES:
                return None
            cut, reduced = (), _said(analysis)
        return cls(
            analysis=analysis, diagnostic=diagnostic, library=library, cut=cut, before=reduced
        )

    def is_mended_by(self, edits: tuple[Edit, ...]) -> bool:
        """Whether the diagnostic is gone, no error came, and all that had a name keeps it.

        A line that could not be read hid its other mistakes: only those of reading count then.
        """
        after = _said_of(self.analysis, edits, self.cut, self.library)
        code = self.diagnostic.code
        if after.codes[code] >= self.before.codes[code]:
            return False
        counted = ("IND1",) if code.startswith("IND1") else ("IND",)
        if any(
            count > self.before.codes[each]
            for each, count in after.codes.items()
            if each in _errors() and each.startswith(counted)
        ):
            return False
        is_cut = any(edit.text for edit in edits) and bool(self.before.clauses - after.clauses)
        may_rename = code.startswith("IND1") or code in _ABOUT_NAMES
        return not is_cut and (may_rename or self.before.names <= after.names)


@frozen
class _Said:
    """How often each code is said of a text, what it declares, which clauses it has."""

    codes: Counter[str]
    names: frozenset[tuple[Kind, str]]
    clauses: Counter[str]


@cache
def _errors() -> frozenset[str]:
    return frozenset(each.code for each in codes.all_codes() if each.severity is Severity.ERROR)


def _said_of(
    analysis: Analysis, edits: tuple[Edit, ...], cut: tuple[Span, ...], library: Library | None
) -> _Said:
    """What is said of the text once the edits are made and the cut is left out."""
    blanks = [Edit(span, "") for span in cut if not any(_meet(span, e.span) for e in edits)]
    text = edited(analysis.source.text, (*edits, *blanks))
    again = analysed_again(analysis, SourceText(analysis.source.name, text), library)
    return _said(again)


def _said(analysis: Analysis) -> _Said:
    named = frozenset((e.kind, e.name) for e in occurrences(analysis) if e.is_declaration)
    rules = [node for node in analysis.file.statements if isinstance(node, IndicatorNode)]
    clauses = Counter(type(clause).__name__ for node in rules for clause in node.clauses)
    return _Said(Counter(each.code for each in analysis.diagnostics), named, clauses)


def _meet(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end


def analysed_again(analysis: Analysis, source: SourceText, library: Library | None) -> Analysis:
    """What is known of another text of the same kind."""
    if isinstance(analysis.file, ActualsFileNode):
        return analyse_actuals(source)
    return analyse_ruleset(source, library)
