"""The server as an object: its language, its open texts, and what it sends unasked."""

from collections.abc import Iterable

from attrs import frozen
from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer

from indicator_dsl.compiler import Library
from indicator_dsl.diagnostics import Diagnostic
from indicator_dsl.editor import Analysis, Shift
from indicator_dsl.servers.conversions import Words
from indicator_dsl.servers.texts import OpenText, OpenTexts
from indicator_dsl.source import SourceText, Span
from indicator_dsl.wording import Lang


class IndicatorServer(LanguageServer):
    """A server for one editor, with the texts it has open."""

    def __init__(self, version: str, lang: Lang) -> None:
        super().__init__("indicator-dsl", version)
        self.lang: Lang = lang
        self.texts = OpenTexts(self.show, lambda: self.lang)

    @property
    def words(self) -> Words:
        """How to speak to the editor."""
        agreed = self.workspace.position_encoding
        encoding = str(getattr(agreed, "value", agreed))
        return Words(self.lang, encoding)  # type: ignore[arg-type]  # pygls has these three only

    def show(self, text: OpenText, source: SourceText, said: Iterable[Diagnostic]) -> None:
        """Sends the diagnostics of a text."""
        uses = () if text.analysis is None else text.analysis.file.statements
        found = [self.words.diagnostic(each, text.uri, source, uses) for each in said]
        self.text_document_publish_diagnostics(
            lsp.PublishDiagnosticsParams(text.uri, found, text.version)
        )
        capabilities = self.client_capabilities.workspace
        if capabilities and capabilities.inlay_hint and capabilities.inlay_hint.refresh_support:
            self.workspace_inlay_hint_refresh(None)


@frozen(kw_only=True)
class Asked:
    """A question about a place: what is known, and the place in the text it is known of.

    `source` is the text as the editor has it; `shift` leads there.
    """

    uri: str
    analysis: Analysis
    source: SourceText
    shift: Shift
    offset: int
    library: Library

    def now(self, span: Span) -> Span | None:
        """Where a span is in the editor's text; None when it has changed since."""
        return self.shift.forward(span)


async def asked_at(server: IndicatorServer, uri: str, position: lsp.Position) -> Asked | None:
    """The question; None when the text is not open, or is being written at that very place."""
    analysis, text = await server.texts.recent(uri), server.texts.get(uri)
    if analysis is None or text is None:
        return None
    shift = Shift.between(analysis.source, text.source)
    offset = shift.back(server.words.offset(text.source, position))
    if offset is None:
        return None
    return Asked(
        uri=uri,
        analysis=analysis,
        source=text.source,
        shift=shift,
        offset=offset,
        library=text.library,
    )


def span_of(server: IndicatorServer, source: SourceText, wanted: lsp.Range) -> Span:
    """A range of an editor as a span of its text."""
    start, end = (server.words.offset(source, at) for at in (wanted.start, wanted.end))
    return Span(start, max(start, end))
