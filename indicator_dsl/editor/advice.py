"""Which stretches of a diagnostic's help are text of the language, and not prose."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from indicator_dsl import codes
from indicator_dsl.diagnostics import Diagnostic
from indicator_dsl.editor.analysing import Analysis
from indicator_dsl.syntax import keywords
from indicator_dsl.wording import Lang

_BREAKS: Final = re.compile(r" or | / |, |\?|: no |或|、|，|？|：")
_PROSE: Final = ("for example", "例如")
_LETTERS: Final = re.compile(r"[A-Za-z/]+")
_HAN: Final = re.compile(r"[\u4e00-\u9fff]+")


def written_in(diagnostic: Diagnostic, analysis: Analysis) -> Iterator[str]:
    r"""What the help would have the author write, whole lines first, in the language of the file.

    Example:
        >>> from indicator_dsl.editor.analysing import analyse_ruleset, text_named
        >>> found = analyse_ruleset(text_named("a.ind", "round 9 each\n量 >= 5 件 weight 2"))
        >>> list(written_in(found.diagnostics[0], found))
        ['round 2 each']
    """
    if diagnostic.help is None:
        return
    lang: Lang = analysis.keywords_in
    other = diagnostic.help.in_lang("en" if lang == "zh" else "zh")
    # The names in an example stand in English help too.
    known = analysis.source.text + (other if lang == "zh" else "")
    said = diagnostic.help.in_lang(lang)
    # What a line might have meant is a whole line; the general example is for reading only.
    is_guess = diagnostic.code == codes.NOT_UNDERSTOOD.code
    for each in said.splitlines() if is_guess else dict.fromkeys(_stretches(said)):
        is_same = each in other  # prose is translated, text of the language often stays
        if each and not each.startswith(_PROSE) and (is_same or _is_text(each, known, lang)):
            yield each


def _stretches(words: str) -> Iterator[str]:
    lines = [line.strip() for line in words.splitlines()]
    yield from lines
    for line in lines:
        for colon in (": ", "："):
            yield line.partition(colon)[2].strip()
            yield line.rpartition(colon)[2].strip()
        for part in _BREAKS.split(line):
            part = part.strip().strip("`“”")  # noqa: PLW2901 - the part without its marks
            yield part
            yield part.removeprefix("did you mean ").removeprefix("write ")


def _is_text(words: str, known: str, lang: Lang) -> bool:
    """Whether every word of it is one of the language, or the author's own."""
    if lang == "en":
        return all(
            word in _words(lang) or word in known for word in _LETTERS.findall(words)
        ) and bool(_LETTERS.search(words))
    runs = _HAN.findall(words)
    return bool(runs) and all(run in _words(lang) or run in known or len(run) == 1 for run in runs)


@cache
def _words(lang: Lang) -> frozenset[str]:
    spellings = [each for words in keywords().values() for each in words]
    if lang == "zh":
        return frozenset(run for each in spellings for run in _HAN.findall(each))
    parts = {part for each in spellings for part in _LETTERS.findall(each)}
    return frozenset(parts | {"pp"})
