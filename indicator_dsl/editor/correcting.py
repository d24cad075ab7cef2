"""Corrections of a diagnostic, each tried before it is offered.

The help of a diagnostic is text of the language. What is offered is what makes the diagnostic go
away and brings no new error; nothing is offered on trust.
"""

from collections.abc import Iterable
from itertools import islice
from typing import Final

from indicator_dsl.compiler import Library
from indicator_dsl.diagnostics import Diagnostic, fixed_text
from indicator_dsl.editor.analysing import Analysis
from indicator_dsl.editor.edits import Edit, edited
from indicator_dsl.editor.proposing import CHANGE, Correction, line_with, proposals_for, shortened
from indicator_dsl.editor.trials import Trial, analysed_again
from indicator_dsl.source import SourceText, Span

_MOST_TRIED: Final = 40
_MOST_OFFERED: Final = 5
_ROUNDS: Final = 10


def corrections_of(
    analysis: Analysis, diagnostic: Diagnostic, library: Library | None = None
) -> tuple[Correction, ...]:
    """The corrections of a diagnostic, the safe one first; each was tried.

    Args:
        analysis: Of the text the diagnostic is about.
        diagnostic: One of the analysis.
        library: Where the text's profiles are found.

    Example:
        >>> from indicator_dsl.editor.analysing import analyse_ruleset, text_named
        >>> analysis = analyse_ruleset(text_named("a.ind", "项目成本 <= 100 万元 weight 10"))
        >>> [each.title.en for each in corrections_of(analysis, analysis.diagnostics[0])][0]
        'change to: 项目成本 <= 100 万元 weight 10 by pass'
    """
    place = diagnostic.place
    if place is None or place.source != analysis.source:
        return ()
    trial = Trial.of(analysis, diagnostic, place, library)
    offered: dict[str, Correction] = {}  # by what comes of them, however it is spaced
    if diagnostic.fix is not None and diagnostic.fix.place.source == analysis.source:
        fix = diagnostic.fix
        edit = Edit(fix.place.span, fix.replacement)
        title = CHANGE.filled(words=shortened(line_with(analysis.source, edit)))
        offered[_outcome(analysis, (edit,))] = Correction(title=title, edits=(edit,), is_safe=True)
    for each in islice(proposals_for(analysis, diagnostic, place), _MOST_TRIED):
        if trial is None or len(offered) >= _MOST_OFFERED:
            break
        outcome = _outcome(analysis, each.edits)
        is_new = outcome not in offered and each.title not in {k.title for k in offered.values()}
        if is_new and trial.is_mended_by(each.edits):
            offered[outcome] = each
    return tuple(offered.values())


def _outcome(analysis: Analysis, edits: Iterable[Edit]) -> str:
    return "".join(edited(analysis.source.text, edits).split())


def every_safe_correction(analysis: Analysis, library: Library | None = None) -> tuple[Edit, ...]:
    """The edits of every correction that changes no meaning, those of later rounds included.

    Example:
        >>> from indicator_dsl.editor.analysing import analyse_ruleset, text_named
        >>> from indicator_dsl.editor.edits import edited
        >>> analysis = analyse_ruleset(text_named("a.ind", "年办件量 => ２ 件 weight 20"))
        >>> edited(analysis.source.text, every_safe_correction(analysis))
        '年办件量 >= 2 件 weight 20'
    """
    source, diagnostics = analysis.source, analysis.diagnostics
    for _ in range(_ROUNDS):  # a line may hold several mistakes, each found behind the one before
        text = fixed_text(source, diagnostics)
        if text == source.text:
            break
        source = SourceText(source.name, text)
        diagnostics = analysed_again(analysis, source, library).diagnostics
    if source.text == analysis.source.text:
        return ()
    return (Edit(Span(0, len(analysis.source.text)), source.text),)
