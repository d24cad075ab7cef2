"""The server as an object: its language, its open texts, and what it sends unasked."""

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer

from indicator_dsl.editor import Analysis
from indicator_dsl.servers.conversions import Words
from indicator_dsl.servers.opened import OpenText, OpenTexts
from indicator_dsl.source import Span
from indicator_dsl.wording import Lang


class IndicatorServer(LanguageServer):
    """A server for one editor, with the texts it has open."""

    def __init__(self, version: str, lang: Lang) -> None:
        super().__init__("indicator-dsl", version)
        self.lang: Lang = lang
        self.texts = OpenTexts(self.show)

    @property
    def words(self) -> Words:
        """How to speak to the editor."""
        agreed = self.workspace.position_encoding
        encoding = str(getattr(agreed, "value", agreed))
        return Words(self.lang, encoding)  # type: ignore[arg-type]  # pygls has these three only

    def show(self, text: OpenText, analysis: Analysis) -> None:
        """Sends the diagnostics of a text."""
        found = [self.words.diagnostic(each, text.uri, analysis) for each in analysis.diagnostics]
        self.text_document_publish_diagnostics(
            lsp.PublishDiagnosticsParams(text.uri, found, text.version)
        )
        capabilities = self.client_capabilities.workspace
        if capabilities and capabilities.inlay_hint and capabilities.inlay_hint.refresh_support:
            self.workspace_inlay_hint_refresh(None)


def span_of(server: IndicatorServer, analysis: Analysis, wanted: lsp.Range) -> Span:
    """A range of an editor as a span of the text that was analysed."""
    start, end = (server.words.offset(analysis.source, at) for at in (wanted.start, wanted.end))
    return Span(start, max(start, end))
