"""What may be written at a place, as the grammar says, in the language of the file.

Only the line is read, so the answer comes at once however long the text is.
"""

import re
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from indicator_dsl.codes import all_codes
from indicator_dsl.editor.templates import spelling, template
from indicator_dsl.editor.vocabulary import Vocabulary
from indicator_dsl.source import SourceText, Span
from indicator_dsl.syntax import (
    Expected,
    comment_start,
    expected_after,
    pattern,
    words_of_terminals,
)
from indicator_dsl.wording import Lang, Text, name_from_text, same

_NOTHING: Final = Text("", "")
_ENDS_OF_WORDS: Final = (
    re.compile(r"[^\s\"“”,，:：;；()（）\[\]]*$"),
    re.compile(r"[^\s\"“”,，:：;；()（）\[\]+\-*/×÷<>=≤≥＜＞＝]*$"),
    re.compile(r"[^\s\"“”,，:：;；()（）\[\]+\-*/×÷<>=≤≥＜＞＝\d.%％]*$"),
)
_BEFORE_EQUALS: Final = re.compile(r"^(.*?)\s*[=＝]")


@frozen(kw_only=True)
class Completion:
    """Something that may be written at a place.

    `kind` is `keyword`, `operator`, `name`, `unit`, `scale`, `level`, `grade`, `section`,
    `profile` or `code`. `span` is what it replaces, `text` what it writes. `snippet` writes more,
    with places to fill in (`$1`); empty when there are none.
    """

    label: str
    kind: str
    span: Span
    text: str
    snippet: str = ""
    detail: Text = _NOTHING


def completions_at(
    source: SourceText, offset: int, vocabulary: Vocabulary, *, of_actuals: bool = False
) -> tuple[Completion, ...]:
    """What may be written at an offset, the likeliest first; nothing in comments and in quotes.

    Args:
        source: The text as it is now.
        offset: Where the cursor stands.
        vocabulary: The names, from the text as it was analysed last.
        of_actuals: Whether the text is an actuals file.

    Example:
        >>> from indicator_dsl.editor.vocabulary import vocabulary_of
        >>> text = SourceText("a.ind", "年办件量 >= 200000 件 weight 20 by r")
        >>> [each.text for each in completions_at(text, len(text.text), vocabulary_of(None))]
        ['ratio']
    """
    line = source.line_span(source.position(offset).line)
    before = source.text[line.start : offset]
    if comment_start(before) is not None or _is_in_quotes(before):
        return ()
    found: dict[str, Completion] = {}
    for start in _word_starts(before):
        typed = before[start:]
        span = Span(line.start + start, offset)
        for expected in expected_after(before[:start], of_actuals=of_actuals):
            for each in _offers(expected, before[:start], span, vocabulary, of_actuals=of_actuals):
                if _may_be_meant(typed.casefold(), each):
                    found.setdefault(each.label, each)
    return tuple(found.values())


def _may_be_meant(typed: str, each: Completion) -> bool:
    """Whether what is typed begins a word of the language, or is part of a name."""
    label = each.label.casefold()
    is_word = each.kind in ("keyword", "operator")
    return label.startswith(typed) if is_word else typed in label


def _word_starts(before: str) -> tuple[int, ...]:
    """Where the word that is being typed may begin, the earliest first."""
    found = [end.search(before) for end in _ENDS_OF_WORDS]
    return tuple(dict.fromkeys(each.start() for each in found if each is not None))


def _is_in_quotes(before: str) -> bool:
    closing = ""
    for character in before:
        if closing:
            closing = "" if character == closing else closing
        elif character in '"“':
            closing = '"' if character == '"' else "”"
    return bool(closing)


def _offers(
    expected: Expected, before: str, span: Span, known: Vocabulary, *, of_actuals: bool
) -> Iterator[Completion]:
    terminals = expected.terminals
    yield from _names(expected, span, known)
    if {"EXAMPLE_CELL", "CELL"} & terminals and expected.before == "EQ":
        yield from _levels(before, span, known)
    if not expected.before and of_actuals:
        yield from (
            Completion(label=name, kind="name", span=span, text=f"{name} = ", detail=detail)
            for name, detail in (known.targets | known.facts).items()
        )
    for name in sorted(terminals, key=_rank):
        yield from _keywords(name, span, known.lang)
    if {"UNIT", "PERCENT"} & terminals:
        yield from (
            Completion(label=unit, kind="unit", span=span, text=unit, detail=detail)
            for unit, detail in known.units.items()
        )
    if "CODE" in terminals:
        yield from (
            Completion(label=code.code, kind="code", span=span, text=code.code, detail=code.message)
            for code in all_codes()
            if code.code.startswith("IND6")
        )


def _names(expected: Expected, span: Span, known: Vocabulary) -> Iterator[Completion]:
    terminals = expected.terminals
    named: list[tuple[str, dict[str, Text]]] = []
    if "TERM" in terminals:
        named.append(("name", known.figures))
    if "LET_NAME" in terminals and expected.before == "EXAMPLE":
        named.append(("name", known.targets))
    if "LABEL" in terminals and expected.before == "IS":
        named.append(("scale", known.scales))
    if "LABEL" in terminals and expected.before == "LE":
        named.append(("grade", known.grades))
    if "PROFILE" in terminals:
        named.append(("profile", known.profiles))
    if "HEADING" in terminals:
        named.append(("section", {f"[{path}]": _NOTHING for path in known.sections}))
    for kind, names in named:
        for name, detail in names.items():
            is_plain = "TERM" not in terminals or pattern("PLAIN_TERM").fullmatch(name)
            text = name if is_plain else f'"{name}"'
            yield Completion(label=name, kind=kind, span=span, text=text, detail=detail)


def _levels(before: str, span: Span, known: Vocabulary) -> Iterator[Completion]:
    """The levels that the rule on this line may reach."""
    found = _BEFORE_EQUALS.match(before)
    name = name_from_text(found[1].strip('"“”')) if found else ""
    word = words_of_terminals()["EXAMPLE"][0]
    for each in (spelling(word, "en"), spelling(word, "zh")):
        name = name_from_text(name.removeprefix(f"{each} "))
    for level in known.levels.get(name, ()):
        yield Completion(label=level, kind="level", span=span, text=level)


def _keywords(terminal: str, span: Span, lang: Lang) -> Iterator[Completion]:
    for word in words_of_terminals().get(terminal, ()):
        spelt = spelling(word, lang)
        if not spelt:
            continue
        behind = template(terminal, lang)
        yield Completion(
            label=spelt,
            kind="operator" if word.endswith("_GLYPH") else "keyword",
            span=span,
            text=spelt,
            snippet=f"{spelt}{behind}" if behind else "",
            detail=same(_other_spelling(word, spelt)),
        )


def _other_spelling(word: str, spelt: str) -> str:
    others = (spelling(word, "en"), spelling(word, "zh"))
    return next((each for each in others if each and each != spelt), "")


def _rank(terminal: str) -> tuple[int, str]:
    """`weight` and `by` before the rarer clauses."""
    first = ("WEIGHT", "BY", "OVER", "BASIS", "NOTE", "RATIO", "PASS", "INVERSE", "GE", "LE")
    return (first.index(terminal) if terminal in first else len(first), terminal)
