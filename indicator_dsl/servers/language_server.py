"""The language server: which question of an editor is answered by which function.

Answers none itself.
"""

from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Final

from attrs import evolve
from lsprotocol import types as lsp
from pygls import uris

from indicator_dsl.editor import (
    Shift,
    completions_at,
    definition_at,
    hints_of,
    hover_at,
    outline_of,
    references_at,
    text_named,
    vocabulary_of,
)
from indicator_dsl.servers.changing import answer_changes
from indicator_dsl.servers.serving import Asked, IndicatorServer, asked_at, span_of
from indicator_dsl.source import Place, Span
from indicator_dsl.wording import Lang, Text

_MOST_LISTED: Final = 200
_BESIDE: Final = Text("file beside", "同目录文件")


def server_for(version: str, lang: Lang) -> IndicatorServer:
    """A server with every question it answers; `lang` is spoken where the editor names none."""
    server = IndicatorServer(version, lang)
    _begin(server)
    _follow_texts(server)
    _answer_from_the_line(server)
    _answer_places(server)
    _answer_shapes(server)
    answer_changes(server)
    return server


def _begin(server: IndicatorServer) -> None:
    @server.feature(lsp.INITIALIZE)
    def initialize(params: lsp.InitializeParams) -> None:
        asked = params.initialization_options
        named = asked.get("lang") if isinstance(asked, dict) else None
        wanted = named or params.locale or server.lang
        server.lang = "zh" if str(wanted).lower().startswith("zh") else "en"

    @server.feature(lsp.INITIALIZED)
    async def initialized(_: lsp.InitializedParams) -> None:
        # The parsers are built once a process; the first key should not wait for them.
        warm = text_named("", "x >= 1 件 weight 1 ")
        known = vocabulary_of(None)
        await server.texts.aside(lambda: completions_at(warm, len(warm.text), known))


def _follow_texts(server: IndicatorServer) -> None:
    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def did_open(params: lsp.DidOpenTextDocumentParams) -> None:
        document = params.text_document
        server.texts.open(document.uri, _path(document.uri), document.text, document.version)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def did_change(params: lsp.DidChangeTextDocumentParams) -> None:
        document = params.text_document
        changes = [(_places(change), change.text) for change in params.content_changes]
        server.texts.change(document.uri, changes, document.version, server.words.encoding)

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    def did_save(_: lsp.DidSaveTextDocumentParams) -> None:
        server.texts.refresh()

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def did_close(params: lsp.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        server.texts.close(uri)
        server.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, []))


def _answer_from_the_line(server: IndicatorServer) -> None:
    @server.feature(
        lsp.TEXT_DOCUMENT_COMPLETION, lsp.CompletionOptions(trigger_characters=[" ", "[", "/"])
    )
    def completion(params: lsp.CompletionParams) -> lsp.CompletionList | None:
        text = server.texts.get(params.text_document.uri)
        if text is None:
            return None
        offset = server.words.offset(text.source, params.position)
        known = text.vocabulary or vocabulary_of(None, server.lang)
        profiles = known.profiles | dict.fromkeys(_profiles_beside(text.path), _BESIDE)
        known = evolve(known, profiles=profiles)
        found = completions_at(text.source, offset, known, of_actuals=text.is_actuals)
        items = [server.words.completion(text.source, each, n) for n, each in enumerate(found)]
        return lsp.CompletionList(is_incomplete=False, items=items)


def _answer_places(server: IndicatorServer) -> None:
    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    async def hover(params: lsp.HoverParams) -> lsp.Hover | None:
        asked = await asked_at(server, params.text_document.uri, params.position)
        found = None if asked is None else hover_at(asked.analysis, asked.offset, server.lang)
        span = None if asked is None or found is None else asked.now(found.span)
        if asked is None or found is None or span is None:
            return None
        content = lsp.MarkupContent(lsp.MarkupKind.Markdown, found.markdown)
        return lsp.Hover(content, server.words.range(asked.source, span))

    @server.feature(lsp.TEXT_DOCUMENT_DEFINITION)
    async def definition(params: lsp.DefinitionParams) -> list[lsp.Location] | None:
        asked = await asked_at(server, params.text_document.uri, params.position)
        if asked is None:
            return None
        places = definition_at(asked.analysis, asked.offset, asked.library)
        return [where for place in places if (where := _location(server, asked, place))]

    @server.feature(lsp.TEXT_DOCUMENT_REFERENCES)
    async def references(params: lsp.ReferenceParams) -> list[lsp.Location] | None:
        asked = await asked_at(server, params.text_document.uri, params.position)
        if asked is None:
            return None
        wanted = [
            each
            for each in references_at(asked.analysis, asked.offset)
            if params.context.include_declaration or not each.is_declaration
        ]
        places = (Place(asked.analysis.source, each.span) for each in wanted)
        return [where for place in places if (where := _location(server, asked, place))]


def _location(server: IndicatorServer, asked: Asked, place: Place) -> lsp.Location | None:
    """A place as the editor finds it: in the text as it is now, or in another file."""
    if place.source != asked.analysis.source:
        return server.words.location(place, asked.uri, asked.source)
    span = asked.now(place.span)
    if span is None:
        return None
    return server.words.location(Place(asked.source, span), asked.uri, asked.source)


def _answer_shapes(server: IndicatorServer) -> None:
    @server.feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    async def symbols(params: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol] | None:
        analysis = await server.texts.current(params.text_document.uri)
        if analysis is None:
            return None
        return [server.words.symbol(analysis.source, each) for each in outline_of(analysis)]

    @server.feature(lsp.TEXT_DOCUMENT_INLAY_HINT)
    async def hints(params: lsp.InlayHintParams) -> list[lsp.InlayHint] | None:
        uri = params.text_document.uri
        analysis, text = await server.texts.recent(uri), server.texts.get(uri)
        if analysis is None or text is None:
            return None
        shift = Shift.between(analysis.source, text.source)
        wanted = span_of(server, text.source, params.range)
        found: list[lsp.InlayHint] = []
        for each in hints_of(analysis, _before(shift, wanted)):
            at = shift.forward(Span(each.offset, each.offset))
            if at is not None:
                hint = evolve(each, offset=at.start)
                found.append(server.words.hint(text.source, hint))
        return found


def _before(shift: Shift, span: Span) -> Span:
    """The span of an earlier text that a present one covers, a little more where it changed."""
    start, end = shift.back(span.start), shift.back(span.end)
    first = shift.block.start if start is None else start
    return Span(first, shift.old_end if end is None else end)


def _path(uri: str) -> Path | None:
    """The file of a text; None for one that was never saved."""
    found = uris.to_fs_path(uri) if uri.startswith("file:") else None
    return None if found is None else Path(found)


def _places(
    change: lsp.TextDocumentContentChangeEvent,
) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The ends of what a change replaces; None for the whole text."""
    if not isinstance(change, lsp.TextDocumentContentChangePartial):
        return None
    start, end = change.range.start, change.range.end
    return (start.line, start.character), (end.line, end.character)


def _profiles_beside(path: Path | None) -> Iterable[str]:
    """The other rulesets in the folder of a text."""
    if path is None:
        return ()
    try:
        entries = islice(path.parent.glob("*.ind"), _MOST_LISTED)
        return sorted(each.name for each in entries if each.name != path.name)
    except OSError:
        return ()
