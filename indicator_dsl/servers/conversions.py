"""Answers of the editor's room in the words of the language server protocol, and back."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from attrs import frozen
from lsprotocol import types as lsp

from indicator_dsl.diagnostics import Diagnostic, Severity
from indicator_dsl.editor import (
    Completion,
    Edit,
    Encoding,
    Entry,
    Hint,
    Kind,
    offset_at,
    place_at,
    span_shown,
)
from indicator_dsl.rendering import visible
from indicator_dsl.source import Place, SourceText, Span
from indicator_dsl.wording import Lang, Text

_SEVERITIES: Final = {
    Severity.ERROR: lsp.DiagnosticSeverity.Error,
    Severity.WARNING: lsp.DiagnosticSeverity.Warning,
    Severity.NOTE: lsp.DiagnosticSeverity.Information,
}
_COMPLETIONS: Final = {
    "keyword": lsp.CompletionItemKind.Keyword,
    "operator": lsp.CompletionItemKind.Operator,
    "name": lsp.CompletionItemKind.Variable,
    "unit": lsp.CompletionItemKind.Unit,
    "scale": lsp.CompletionItemKind.Enum,
    "level": lsp.CompletionItemKind.EnumMember,
    "grade": lsp.CompletionItemKind.EnumMember,
    "section": lsp.CompletionItemKind.Module,
    "profile": lsp.CompletionItemKind.File,
    "code": lsp.CompletionItemKind.Constant,
}
_SYMBOLS: Final = {
    Kind.SECTION: lsp.SymbolKind.Namespace,
    Kind.INDICATOR: lsp.SymbolKind.Function,
    Kind.INPUT: lsp.SymbolKind.Variable,
    Kind.LET: lsp.SymbolKind.Constant,
    Kind.SCALE: lsp.SymbolKind.Enum,
    Kind.UNIT: lsp.SymbolKind.Number,
    Kind.FACT: lsp.SymbolKind.Event,
    Kind.FIGURE: lsp.SymbolKind.Field,
}
_HELP: Final = Text("help: {words}", "建议：{words}")


@frozen
class Words:
    """How to speak to one editor: its language, and what it counts columns in."""

    lang: Lang
    encoding: Encoding

    def range(self, source: SourceText, span: Span) -> lsp.Range:
        """A span as lines and units."""
        start, end = (place_at(source, at, self.encoding) for at in (span.start, span.end))
        return lsp.Range(lsp.Position(*start), lsp.Position(*end))

    def offset(self, source: SourceText, position: lsp.Position) -> int:
        """A position as an offset."""
        return offset_at(source, position.line, position.character, self.encoding)

    def edits(self, source: SourceText, edits: tuple[Edit, ...]) -> list[lsp.TextEdit]:
        """Changes of one text."""
        return [lsp.TextEdit(self.range(source, each.span), each.text) for each in edits]

    def location(self, place: Place, uri: str, source: SourceText) -> lsp.Location | None:
        """A place in the open text `source` at `uri`, or in a file; None where there is none."""
        if place.source == source:
            return lsp.Location(uri, self.range(source, place.span))
        file = Path(place.source.name)
        if not file.is_absolute():
            return None
        return lsp.Location(file.as_uri(), self.range(place.source, place.span))

    def diagnostic(
        self, found: Diagnostic, uri: str, source: SourceText, statements: Iterable[object]
    ) -> lsp.Diagnostic:
        """A diagnostic; one about a profile stands at the statement that uses it."""
        labels = list(found.labels)
        place = found.place
        if place is not None and place.source == source:
            labels = labels[1:]
        span = span_shown(found, source, statements)
        related = [
            lsp.DiagnosticRelatedInformation(where, visible(each.text.in_lang(self.lang)) or "·")
            for each in labels
            if (where := self.location(each.place, uri, source)) is not None
        ]
        said = [found.message, *found.notes]
        if found.help is not None:
            said.append(_HELP.filled(words=found.help))
        words = "\n".join(each.in_lang(self.lang) for each in said)
        return lsp.Diagnostic(
            range=self.range(source, span),
            message="\n".join(visible(line) for line in words.splitlines()),
            severity=_SEVERITIES[found.severity],
            code=found.code,
            source="indicator-dsl",
            related_information=related or None,
        )

    def completion(self, source: SourceText, each: Completion, rank: int) -> lsp.CompletionItem:
        """One thing that may be written."""
        written = each.snippet or each.text
        return lsp.CompletionItem(
            label=each.label,
            kind=_COMPLETIONS[each.kind],
            detail=each.detail.in_lang(self.lang) or None,
            sort_text=f"{rank:05}",
            filter_text=each.label,
            text_edit=lsp.TextEdit(self.range(source, each.span), written),
            insert_text_format=(
                lsp.InsertTextFormat.Snippet if each.snippet else lsp.InsertTextFormat.PlainText
            ),
        )

    def symbol(self, source: SourceText, entry: Entry) -> lsp.DocumentSymbol:
        """A part of a file with its own parts."""
        return lsp.DocumentSymbol(
            name=visible(entry.name) or "·",
            kind=_SYMBOLS.get(entry.kind, lsp.SymbolKind.Field),
            range=self.range(source, entry.span),
            selection_range=self.range(source, entry.name_span),
            detail=visible(entry.detail) or None,
            children=[self.symbol(source, part) for part in entry.parts],
        )

    def hint(self, source: SourceText, hint: Hint) -> lsp.InlayHint:
        """A small note behind a place."""
        line, unit = place_at(source, hint.offset, self.encoding)
        return lsp.InlayHint(
            position=lsp.Position(line, unit),
            label=hint.text.in_lang(self.lang),
            tooltip=None if hint.more is None else visible(hint.more.in_lang(self.lang)),
            padding_left=True,
        )
