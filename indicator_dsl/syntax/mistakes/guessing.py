"""The guesses in the order they are tried, and the diagnostic made of the best one.

A correction is offered only after the parser has read it; knows no particular slip.
"""

from collections.abc import Callable
from itertools import islice
from typing import Final

from attrs import evolve, frozen

from indicator_dsl import codes
from indicator_dsl.diagnostics import Collector, Diagnostic, Fix
from indicator_dsl.source import Place, SourceText, Span
from indicator_dsl.syntax.mistakes import (
    actuals,
    clauses,
    headings,
    numerals,
    operators,
    quotes,
    statements,
    steps,
    weights,
)
from indicator_dsl.syntax.mistakes.likeness import is_same_meaning
from indicator_dsl.syntax.mistakes.lines import Guess, Guesser, Line, line_of
from indicator_dsl.syntax.mistakes.patterns import BLANKS
from indicator_dsl.wording import Lang, same

_DEPTH: Final = 3
_MOST_FOLLOWED: Final = 3


@frozen
class Slip:
    """A stretch of text that could not be read, and where in it reading stopped.

    `at` counts from the start of the stretch. `reads` says where a reader of whole texts would stop
    in another text, None if nowhere; `rule` is a rule that a clause line may stand under.
    `is_guessed` is off where guessing is not worth its time.
    """

    source: SourceText
    collector: Collector
    span: Span
    text: str
    at: int
    lang: Lang
    reads: Callable[[str], int | None]
    rule: str = ""
    is_guessed: bool = True

    def place(self, start: int, end: int) -> Place:
        """The place of a piece of the stretch; never empty unless the text ends there."""
        base = self.span.start
        return Place(self.source, Span(base + start, base + max(end, start)))

    def stop_in(self, line: str, *, is_clause: bool) -> int | None:
        """Where reading would stop in a line by itself, or under a rule; None if nowhere."""
        head = f"{self.rule}\n  " if is_clause else ""
        stop = self.reads(f"{head}{line}")
        return None if stop is None else max(0, stop - len(head))


def ruleset_mistake(slip: Slip) -> None:
    """Reports what is probably wrong with a stretch of a ruleset."""
    slip.collector.add(_diagnostic(slip, _RULESET_GUESSERS, codes.NOT_UNDERSTOOD))


def actuals_mistake(slip: Slip) -> None:
    """Reports what is probably wrong with a line of actuals."""
    slip.collector.add(_diagnostic(slip, _ACTUALS_GUESSERS, codes.ACTUAL_NOT_UNDERSTOOD))


_RULESET_GUESSERS: Final[tuple[Guesser, ...]] = (
    quotes.quote_open,
    operators.operator_misspelt,
    operators.name_missing,
    steps.step_forms,
    headings.comment_sign,
    headings.section_brackets,
    headings.line_of_actuals,
    statements.keyword_case,
    weights.form_row,
    statements.statement_forms,
    statements.word_misspelt,
    operators.operator_in_words,
    operators.bound_behind,
    operators.range_sign,
    operators.colon_for_operator,
    operators.value_missing,
    numerals.number_malformed,
    clauses.marks_between,
    clauses.clause_forms,
    weights.weight_forms,
    weights.weight_wordless,
    weights.weight_before_target,
    operators.target_missing,
    statements.input_without_unit,
    clauses.clause_unknown,
)
_ACTUALS_GUESSERS: Final[tuple[Guesser, ...]] = (
    quotes.quote_open,
    headings.comment_sign,
    actuals.header_forms,
    statements.keyword_case,
    actuals.marks_between,
    actuals.reported_forms,
    actuals.clause_repeated,
    actuals.reported_without_number,
    actuals.reason_unquoted,
    actuals.equals_missing,
)


def _diagnostic(slip: Slip, guessers: tuple[Guesser, ...], otherwise: codes.Code) -> Diagnostic:
    start = slip.text.rfind("\n", 0, slip.at) + 1
    end = slip.text.find("\n", start)
    raw = slip.text[start : end if end >= 0 else len(slip.text)]
    line, comment = line_of(raw, slip.at - start, slip.lang, is_clause=start > 0)
    guess = _best(slip, line, guessers, _DEPTH) if slip.is_guessed else None
    guess = guess or _nothing_known(line, otherwise)
    place = slip.place(start + guess.start, start + guess.end)
    advice = guess.advice
    if guess.corrected:
        advice = same(f"{guess.corrected}  {comment}" if comment else guess.corrected)
    fix = None
    if guess.corrected and is_same_meaning(line.text, guess.corrected):
        whole = slip.place(start + line.indent, start + len(line.text))
        fix = Fix(whole, guess.corrected.strip(BLANKS))
    return guess.code.at(
        place, advice=advice, notes=guess.notes, fix=fix, text=guess.text, name=guess.name
    )


def _best(slip: Slip, line: Line, guessers: tuple[Guesser, ...], depth: int) -> Guess | None:
    """The first guess whose correction can be read, else the first; None without any.

    A correction that cannot be read yet is guessed at in turn: a line may hold two mistakes.
    """
    found: list[Guess] = []
    for guesser in guessers:
        for guess in guesser(line):
            if guess.corrected and slip.stop_in(guess.corrected, is_clause=line.is_clause) is None:
                return guess
            if guess.is_certain:
                return _followed(slip, line, guess, guessers, depth) or _unproven(guess)
            found.append(guess)
    for guess in islice((g for g in found if g.corrected), _MOST_FOLLOWED):
        whole = _followed(slip, line, guess, guessers, depth)
        if whole is not None:
            return whole
    return _unproven(found[0]) if found else None


def _followed(
    slip: Slip, line: Line, guess: Guess, guessers: tuple[Guesser, ...], depth: int
) -> Guess | None:
    """The guess with the rest of its line put right too; None when that cannot be done."""
    stop = slip.stop_in(guess.corrected, is_clause=line.is_clause) if guess.corrected else None
    if stop is None or depth == 0 or guess.corrected == line.text:
        return None
    next_line, _ = line_of(guess.corrected, stop, line.lang, is_clause=line.is_clause)
    inner = _best(slip, next_line, guessers, depth - 1)
    return evolve(guess, corrected=inner.corrected) if inner and inner.corrected else None


def _unproven(guess: Guess) -> Guess:
    return evolve(guess, corrected="")


def _nothing_known(line: Line, code: codes.Code) -> Guess:
    """The word reading stopped at, or the whole line when it ended too early."""
    start, end = line.at, len(line.text)
    while start < end and line.bare[start].isspace():
        start += 1
    if start >= end:
        return Guess(code=code, start=line.indent, end=end, text=line.text[line.indent :])
    stop = start
    while stop < end and not line.bare[stop].isspace():
        stop += 1
    return Guess(code=code, start=start, end=stop, text=line.text[start:stop])
