"""Questions of an editor whose answer changes a text. Answers none itself."""

from typing import Final

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException

from indicator_dsl.diagnostics import Diagnostic
from indicator_dsl.editor import (
    Analysis,
    Correction,
    Refusal,
    analyse_actuals,
    analyse_ruleset,
    corrections_of,
    every_safe_correction,
    formatting_of,
    occurrence_at,
    renaming_at,
)
from indicator_dsl.servers.serving import IndicatorServer, span_of
from indicator_dsl.servers.texts import OpenText
from indicator_dsl.source import SourceText, Span
from indicator_dsl.wording import Text

_MOST_CORRECTED: Final = 4  # diagnostics at one place
_REQUEST_FAILED: Final = -32803
_FIX_ALL: Final = Text("make every safe correction", "改正所有可自动改正之处")


def answer_changes(server: IndicatorServer) -> None:
    """Registers formatting, corrections and renaming."""
    _format(server)
    _correct(server)
    _rename(server)


def _format(server: IndicatorServer) -> None:

    @server.feature(lsp.TEXT_DOCUMENT_FORMATTING)
    async def formatting(params: lsp.DocumentFormattingParams) -> list[lsp.TextEdit] | None:
        text = server.texts.get(params.text_document.uri)
        if text is None:
            return None
        source = text.source
        edits = await server.texts.aside(lambda: formatting_of(source, of_actuals=text.is_actuals))
        return server.words.edits(source, edits) if source == text.source else None


def _correct(server: IndicatorServer) -> None:
    @server.feature(
        lsp.TEXT_DOCUMENT_CODE_ACTION,
        lsp.CodeActionOptions(
            code_action_kinds=[lsp.CodeActionKind.QuickFix, lsp.CodeActionKind.SourceFixAll]
        ),
    )
    async def actions(params: lsp.CodeActionParams) -> list[lsp.CodeAction] | None:
        uri = params.text_document.uri
        analysis, text = await server.texts.current(uri), server.texts.get(uri)
        if analysis is None or text is None:
            return None
        only = params.context.only
        answer: list[lsp.CodeAction] = []
        if not only or lsp.CodeActionKind.QuickFix in only:
            span = span_of(server, analysis.source, params.range)
            found = await server.texts.aside(lambda: _corrections(analysis, text, span))
            answer += [_action(server, uri, analysis, *each) for each in found]
        if only is not None and any(str(kind).startswith("source") for kind in only):
            edits = every_safe_correction(analysis, text.library)
            if edits:
                edit = lsp.WorkspaceEdit({uri: server.words.edits(analysis.source, edits)})
                title = _FIX_ALL.in_lang(server.lang)
                answer.append(lsp.CodeAction(title, lsp.CodeActionKind.SourceFixAll, edit=edit))
        return answer


def _rename(server: IndicatorServer) -> None:
    @server.feature(lsp.TEXT_DOCUMENT_PREPARE_RENAME)
    async def prepare(params: lsp.PrepareRenameParams) -> lsp.Range | None:
        analysis = await server.texts.current(params.text_document.uri)
        if analysis is None:
            return None
        at = occurrence_at(analysis, server.words.offset(analysis.source, params.position))
        return None if at is None else server.words.range(analysis.source, at.span)

    @server.feature(lsp.TEXT_DOCUMENT_RENAME)
    async def rename(params: lsp.RenameParams) -> lsp.WorkspaceEdit | None:
        uri = params.text_document.uri
        analysis, text = await server.texts.current(uri), server.texts.get(uri)
        if analysis is None or text is None:
            return None
        offset = server.words.offset(analysis.source, params.position)
        beside = server.texts.beside(text)
        other = None if beside is None else _analysed(beside, is_ruleset=text.is_actuals)
        found = renaming_at(analysis, offset, params.new_name, other)
        if isinstance(found, Refusal):
            raise JsonRpcException(found.why.in_lang(server.lang), _REQUEST_FAILED)
        return lsp.WorkspaceEdit(
            {
                uri if source is analysis.source else server.texts.uri_beside(text): (
                    server.words.edits(source, edits)
                )
                for source, edits in found.items()
            }
        )


_Found = tuple[Diagnostic, Correction]


def _corrections(analysis: Analysis, text: OpenText, span: Span) -> list[_Found]:
    """What can be corrected at a place, diagnostic by diagnostic."""
    touched = [
        each
        for each in analysis.diagnostics
        if each.place is not None
        and each.place.source == analysis.source
        and each.place.span.start <= span.end
        and span.start <= max(each.place.span.end, _end_of_line(analysis, each.place.span))
    ]
    return [
        (each, correction)
        for each in touched[:_MOST_CORRECTED]
        for correction in corrections_of(analysis, each, text.library)
    ]


def _end_of_line(analysis: Analysis, span: Span) -> int:
    """Where the line of an empty span ends: it is underlined that far."""
    if span.end > span.start:
        return span.end
    return analysis.source.line_span(analysis.source.position(span.start).line).end


def _action(
    server: IndicatorServer, uri: str, analysis: Analysis, found: Diagnostic, offered: Correction
) -> lsp.CodeAction:
    return lsp.CodeAction(
        title=offered.title.in_lang(server.lang),
        kind=lsp.CodeActionKind.QuickFix,
        diagnostics=[server.words.diagnostic(found, uri, analysis.source, ())],
        is_preferred=offered.is_safe or None,
        edit=lsp.WorkspaceEdit({uri: server.words.edits(analysis.source, offered.edits)}),
    )


def _analysed(source: SourceText, *, is_ruleset: bool) -> Analysis:
    return analyse_ruleset(source) if is_ruleset else analyse_actuals(source)
