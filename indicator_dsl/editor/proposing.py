"""What might make a diagnostic go away, as its help says. Tries none of it."""

from collections.abc import Iterator
from typing import Final

from attrs import frozen

from indicator_dsl import codes
from indicator_dsl.diagnostics import Diagnostic
from indicator_dsl.editor.advice import written_in
from indicator_dsl.editor.analysing import Analysis
from indicator_dsl.editor.edits import Edit
from indicator_dsl.rendering import visible
from indicator_dsl.source import Place, SourceText, Span
from indicator_dsl.syntax import CommentNode, GapNode, IndicatorNode, comment_start, keywords
from indicator_dsl.wording import Text

_DELETED: Final = frozenset(
    {codes.CHARACTER_FORBIDDEN.code, codes.METHOD_ON_SCALE.code, codes.OVER_UNFIT.code}
)
CHANGE: Final = Text("change to: {words}", "改为：{words}")
_INSERT: Final = Text("insert: {words}", "加一行：{words}")
_ADD: Final = Text("add: {words}", "加上：{words}")
_DELETE: Final = Text("delete `{text}`", "删去“{text}”")
_ALLOW: Final = Text("keep it, and say why: {clause}", "保留，并写明理由：{clause}")
_LONGEST_TITLE: Final = 90


@frozen(kw_only=True)
class Correction:
    """A change that makes one diagnostic go away.

    `is_safe` says that it changes no meaning; any other is the author's to choose.
    """

    title: Text
    edits: tuple[Edit, ...]
    is_safe: bool = False


def proposals_for(analysis: Analysis, diagnostic: Diagnostic, place: Place) -> Iterator[Correction]:
    """Everything that might make a diagnostic go away, the likeliest first; none of it is tried."""
    source, span = analysis.source, place.span
    body = _body_of_line(source, span.start)
    start = source.line_span(source.position(span.start).line).start
    for words in written_in(diagnostic, analysis):
        title = CHANGE.filled(words=shortened(words))
        yield Correction(title=title, edits=(Edit(body, words),))
        if span.end > span.start:
            yield Correction(title=title, edits=(Edit(span, words),))
        if body.start < span.end:
            yield Correction(title=title, edits=(Edit(Span(body.start, span.end), words),))
        if words[:2] != source.text[body.start : body.start + 2]:
            title = _ADD.filled(words=shortened(words))
            yield Correction(title=title, edits=(Edit(Span(body.end, body.end), f" {words}"),))
        title = _INSERT.filled(words=shortened(words))
        yield Correction(title=title, edits=(Edit(Span(start, start), f"{words}\n"),))
    if diagnostic.code in _DELETED:
        gone = Span(span.start - _blank_before(source.text, span.start), span.end)
        title = _DELETE.filled(text=shortened(span.text_of(source.text)))
        yield Correction(title=title, edits=(Edit(gone, ""),))
        yield Correction(title=title, edits=(Edit(span, ""),))
    if diagnostic.code.startswith("IND6"):
        yield from _silenced(analysis, diagnostic, span)


def _silenced(analysis: Analysis, diagnostic: Diagnostic, span: Span) -> Iterator[Correction]:
    """A clause under the rule that says that it is meant so."""
    node = _statement_around(analysis, span)
    if not isinstance(node, IndicatorNode):
        return
    is_chinese = analysis.keywords_in == "zh"
    word = keywords()["ALLOW_WORD"][is_chinese]
    clause = f'{word} {diagnostic.code} "{"理由" if is_chinese else "why"}"'
    end = _body_of_line(analysis.source, max(node.span.start, node.span.end - 1)).end
    line_end = analysis.source.line_span(analysis.source.position(end).line).end
    at = Span(line_end, line_end)
    yield Correction(title=_ALLOW.filled(clause=clause), edits=(Edit(at, f"\n  {clause}"),))


def _statement_around(analysis: Analysis, span: Span) -> object:
    return next(
        (
            node
            for node in analysis.file.statements
            if node.span.start <= span.start < max(node.span.end, node.span.start + 1)
            and not isinstance(node, CommentNode | GapNode)
        ),
        None,
    )


def _body_of_line(source: SourceText, offset: int) -> Span:
    """What a line says: without indentation and comment."""
    line = source.line_span(source.position(offset).line)
    written = line.text_of(source.text)
    comment = comment_start(written)
    kept = written if comment is None else written[:comment]
    start = line.start + len(kept) - len(kept.lstrip())
    return Span(start, max(start, line.start + len(kept.rstrip())))


def _blank_before(text: str, at: int) -> int:
    return int(text[at - 1 : at] in (" ", "\t", "\u3000"))


def line_with(source: SourceText, edit: Edit) -> str:
    """The line an edit begins in, once it is made."""
    line = source.line_span(source.position(edit.span.start).line)
    after = max(line.end, edit.span.end)
    written = source.text[line.start : edit.span.start] + edit.text
    return (written + source.text[edit.span.end : after]).strip()


def shortened(text: str) -> str:
    """A text on one line, cut to the length of a menu's entry."""
    line = visible(" ".join(text.split()))
    return line if len(line) <= _LONGEST_TITLE else f"{line[: _LONGEST_TITLE - 1]}…"
