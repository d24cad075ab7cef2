"""Diagnostics drawn: header, source with its places underlined, basis, help. Judges no mistake."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from attrs import frozen
from rich.console import Console, ConsoleOptions
from rich.text import Text as Ink

from indicator_dsl.diagnostics import Diagnostic, Label, Severity
from indicator_dsl.rendering.diagnostics_characters import visible, wrapped
from indicator_dsl.rendering.diagnostics_excerpt import ASCII, UNICODE, Frame, excerpt, last_line
from indicator_dsl.source import SourceText
from indicator_dsl.wording import Lang, Text

_SEVERITIES: Final = {
    Severity.ERROR: Text("error", "错误"),
    Severity.WARNING: Text("warning", "警告"),
    Severity.NOTE: Text("note", "提示"),
}
_COUNTED: Final = {
    Severity.ERROR: (Text("{n} error", "{n} 个错误"), Text("{n} errors", "{n} 个错误")),
    Severity.WARNING: (Text("{n} warning", "{n} 个警告"), Text("{n} warnings", "{n} 个警告")),
    Severity.NOTE: (Text("{n} note", "{n} 条提示"), Text("{n} notes", "{n} 条提示")),
}
_NONE_FOUND: Final = Text("nothing to report", "没有发现问题")
_COLOURS: Final = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "bold yellow",
    Severity.NOTE: "bold cyan",
}
_BASIS: Final = Text("basis", "依据")
_NOTE: Final = Text("note", "备注")
_HELP: Final = Text("help", "建议")
_MORE: Final = Text("more", "说明")
_COMMAND: Final = "indicator-dsl code {code}"
_HANGING: Final = "  "


@frozen
class DiagnosticView:
    """A diagnostic as rich draws it, in plain ASCII strokes where the console has no others.

    Example:
        >>> from rich.console import Console
        >>> from indicator_dsl.codes import FILE_MISSING
        >>> view = DiagnosticView(FILE_MISSING.of_file("a.ind"), "zh")
        >>> Console(width=80, color_system=None).print(view)
        错误[IND801] file-missing: 没有文件“a.ind”
          = 建议: 请检查路径写法
          = 说明: indicator-dsl code IND801
    """

    diagnostic: Diagnostic
    lang: Lang = "en"
    ascii_only: bool | None = None

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Ink]:
        """The rows, laid out for the width at hand."""
        is_plain = self.ascii_only
        if is_plain is None:
            is_plain = options.ascii_only or options.legacy_windows
        drawing = _Drawing(self.diagnostic, self.lang, options.max_width, ascii_only=is_plain)
        for row in drawing.rows(folds_advice=True):
            row.rstrip()
            yield row


def diagnostic_text(
    diagnostic: Diagnostic, lang: Lang = "en", width: int = 80, *, ascii_only: bool = False
) -> str:
    """A diagnostic drawn in plain text, without a line break at its end.

    Args:
        diagnostic: What to draw.
        lang: The language of the sentences; the source stays as it is.
        width: In display cells. Only help that is to be pasted may be longer.
        ascii_only: Draw lines and marks with ASCII characters.

    Example:
        >>> from indicator_dsl.codes import OPERATOR_MISSPELT
        >>> from indicator_dsl.source import Place, SourceText, Span
        >>> place = Place(SourceText("a.ind", "年办件量 => 20 件 weight 5"), Span(5, 7))
        >>> print(diagnostic_text(OPERATOR_MISSPELT.at(place, text="=>")))
        error[IND102] operator-misspelt: `=>` is not an operator
          ┌─ a.ind:1:6
          │
        1 │ 年办件量 => 20 件 weight 5
          │          ‾‾
          = more: indicator-dsl code IND102
    """
    drawing = _Drawing(diagnostic, lang, width, ascii_only=ascii_only)
    return "\n".join(row.plain.rstrip() for row in drawing.rows(folds_advice=False))


def diagnostics_summary(diagnostics: Sequence[Diagnostic], lang: Lang = "en") -> str:
    """How many errors, warnings and notes there are, in words.

    Example:
        >>> from indicator_dsl.codes import FILE_MISSING
        >>> diagnostics_summary([FILE_MISSING.of_file("a.ind")], "zh")
        '1 个错误'
    """
    parts: list[str] = []
    for severity, (one, many) in _COUNTED.items():
        count = sum(diagnostic.severity is severity for diagnostic in diagnostics)
        if count:
            parts.append((one if count == 1 else many).filled(n=count).in_lang(lang))
    return Text(", ", "，").in_lang(lang).join(parts) or _NONE_FOUND.in_lang(lang)


class _Drawing:
    """One diagnostic on its way to rows."""

    def __init__(self, diagnostic: Diagnostic, lang: Lang, width: int, *, ascii_only: bool) -> None:
        self._diagnostic = diagnostic
        self._lang: Lang = lang
        self._width = width
        self._colour = _COLOURS[diagnostic.severity]
        self._frame = Frame(
            strokes=ASCII if ascii_only else UNICODE,
            width=width,
            digits=len(str(last_line(diagnostic.labels))),
            lang=lang,
            colour=self._colour,
        )

    def rows(self, *, folds_advice: bool) -> Iterator[Ink]:
        """Every row of the drawing.

        Args:
            folds_advice: Break help that is to be pasted too; at its blanks, never inside a name.
        """
        diagnostic, lang = self._diagnostic, self._lang
        yield from self._header()
        for index, source in enumerate(self._sources()):
            if index:
                yield self._frame.walled()
            yield from self._file(source)
        if not diagnostic.labels and diagnostic.file not in diagnostic.message.in_lang(lang):
            yield self._frame.walled(self._frame.strokes.corner).append(visible(diagnostic.file))
        if diagnostic.citation:
            yield from self._remark(_BASIS, diagnostic.citation)
        for note in diagnostic.notes:
            yield from self._remark(_NOTE, note.in_lang(lang))
        if diagnostic.help is not None:
            # Alike in both languages, it is a line of the language itself: there to be pasted.
            is_pasted = diagnostic.help.en == diagnostic.help.zh
            yield from self._remark(
                _HELP,
                diagnostic.help.in_lang(lang),
                is_pasted=is_pasted,
                folds=folds_advice or not is_pasted,
            )
        yield from self._remark(_MORE, _COMMAND.format(code=diagnostic.code))

    def _header(self) -> Iterator[Ink]:
        diagnostic = self._diagnostic
        kind = f"{_SEVERITIES[diagnostic.severity].in_lang(self._lang)}[{diagnostic.code}]"
        message = visible(diagnostic.message.in_lang(self._lang))
        first, *others = wrapped(
            f"{kind} {diagnostic.name}: {message}", self._width, hanging=len(_HANGING)
        )
        head = Ink(first, "bold")
        head.stylize(self._colour, 0, len(kind))
        yield head
        for line in others:
            yield Ink(f"{_HANGING}{line}", "bold")

    def _sources(self) -> list[SourceText]:
        """The texts that are pointed into, each once, the main one first."""
        found: list[SourceText] = []
        for label in self._diagnostic.labels:
            if label.place.source not in found:
                found.append(label.place.source)
        return found

    def _file(self, source: SourceText) -> Iterator[Ink]:
        labels = tuple(
            (label, index == 0)
            for index, label in enumerate(self._diagnostic.labels)
            if label.place.source == source
        )
        start = _first_place(labels)
        where = f"{visible(source.name)}:{start}"
        yield self._frame.walled(self._frame.strokes.corner).append(where)
        yield self._frame.walled()
        yield from excerpt(source, labels, self._frame)

    def _remark(
        self, title: Text, words: str, *, is_pasted: bool = False, folds: bool = True
    ) -> Iterator[Ink]:
        head = self._frame.walled("=").append(f"{title.in_lang(self._lang)}: ", "bold")
        indent = head.cell_len
        width = max(self._width - indent, self._width // 3)
        paragraphs = [visible(line) for line in words.split("\n")]
        lines = chain.from_iterable(
            wrapped(line, width, at_blanks_only=is_pasted) if folds else [line]
            for line in paragraphs
        )
        for index, line in enumerate(lines):
            yield (Ink(" " * indent) if index else head).append(line)


def _first_place(labels: tuple[tuple[Label, bool], ...]) -> str:
    start = labels[0][0].place.start
    return f"{start.line}:{start.column}"
