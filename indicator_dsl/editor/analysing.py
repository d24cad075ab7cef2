"""A text as an editor needs it: its statements, its diagnostics, and what can be made of the rest.

Never raises on bad input; decides no points.
"""

from bisect import bisect_left
from typing import Final

from attrs import evolve, field, frozen

from indicator_dsl.checks import CheckedSheet, recheck_sheet
from indicator_dsl.compiler import (
    CompiledFile,
    KeptRules,
    Library,
    compile_actuals,
    compile_ruleset,
    recompile_file,
)
from indicator_dsl.diagnostics import Collector, Diagnostic, Severity
from indicator_dsl.explanation import CardExplanation, explain_card
from indicator_dsl.model import Ruleset
from indicator_dsl.scoring import evaluate
from indicator_dsl.source import SourceText, Span
from indicator_dsl.syntax import (
    ActualsFileNode,
    ParsedRuleset,
    RulesetFileNode,
    language_of,
    parse_actuals,
    reparse_ruleset,
)
from indicator_dsl.wording import Lang

_MOST_ROUNDS = 5  # leaving a statement out can put another one in error


@frozen(kw_only=True)
class Known:
    """What one state of a ruleset's text leaves for the next: what stands as it stood."""

    parsed: ParsedRuleset | None = None
    rules: KeptRules | None = None
    checked: CheckedSheet | None = None


_NOTHING: Final = Known()


@frozen(kw_only=True)
class Analysis:
    """All that is known of one text of an editor.

    `file` holds the statements that can be read. `ruleset` is what the sound ones among them
    state, so that a mistake in one line leaves the others explained; of actuals it is the ruleset
    they are for. It is None where nothing is sound. `card` is the scored sheet; None while the
    ruleset is in error, or without actuals.
    """

    source: SourceText
    file: RulesetFileNode | ActualsFileNode = field(repr=False)
    diagnostics: tuple[Diagnostic, ...] = ()
    ruleset: Ruleset | None = field(default=None, repr=False)
    card: CardExplanation | None = field(default=None, repr=False)
    known: "Known | None" = field(default=None, eq=False, repr=False)
    otherwise: Lang = "en"

    @property
    def keywords_in(self) -> Lang:
        """The language most keywords of the text are written in; `otherwise` when neither is."""
        return language_of(self.source.text, self.otherwise)

    @property
    def has_errors(self) -> bool:
        """Whether any diagnostic is an error."""
        return any(found.severity is Severity.ERROR for found in self.diagnostics)


def text_named(name: str, text: str) -> SourceText:
    """An editor's text under its name, every line break one character.

    Lines and columns stay as the editor counts them.

    Example:
        >>> text_named("a.ind", "总分 100" + chr(13) + chr(10)).text.endswith("100" + chr(10))
        True
    """
    return SourceText(name, text.replace("\r\n", "\n").replace("\r", "\n"))


def analyse_ruleset(
    source: SourceText,
    library: Library | None = None,
    actuals: SourceText | None = None,
    earlier: Analysis | None = None,
) -> Analysis:
    r"""What is known of a ruleset's text.

    Args:
        source: The text, as `text_named` gives it.
        library: Where `use` finds profiles; only shipped ones when None.
        actuals: The actuals that lie beside it; None when there are none.
        earlier: Of an earlier state of the text: the answer is the same, and comes sooner.

    Example:
        >>> text = text_named("a.ind", "年办件量 => 5 件 weight 20\n满意度 >= 9 % weight 5")
        >>> analysis = analyse_ruleset(text)
        >>> analysis.diagnostics[0].code, [rule.name for rule in analysis.ruleset.indicators]
        ('IND102', ['满意度'])
    """
    before = _NOTHING if earlier is None or earlier.known is None else earlier.known
    collector = Collector()
    parsed = reparse_ruleset(source, collector, before.parsed)
    file = parsed.file
    compiled = recompile_file(file, source, collector, library, before.rules)
    checked = before.checked
    found = collector.sorted()
    card = None
    if collector.has_errors:
        ruleset = _sound(file, compiled, source, found, library)
    else:
        ruleset = compiled.stated
    if ruleset is not None and not collector.has_errors:
        checked = recheck_sheet(ruleset, checked)
        asked = Collector()
        asked.extend((*found, *checked.diagnostics))
        found = asked.sorted()
        card = None if actuals is None else _card(ruleset, actuals)
    return Analysis(
        source=source,
        file=file,
        diagnostics=found,
        ruleset=ruleset,
        card=card,
        known=Known(parsed=parsed, rules=compiled.kept, checked=checked),
    )


def analyse_actuals(
    source: SourceText, ruleset: SourceText | None = None, library: Library | None = None
) -> Analysis:
    """What is known of an actuals file's text.

    Args:
        source: The text, as `text_named` gives it.
        ruleset: The ruleset that lies beside it; None when there is none.
        library: Where that ruleset finds its profiles.

    Example:
        >>> rules = text_named("a.ind", "年办件量 >= 200000 件 weight 20")
        >>> analysis = analyse_actuals(text_named("a.act", "年办件量 = 18万件"), rules)
        >>> print(analysis.card.sentence)
        18.00 of 20; 2.00 lost on 1 of 1 line
    """
    collector = Collector()
    compile_actuals(source, collector)
    file = parse_actuals(source, Collector())
    rules = None if ruleset is None else compile_ruleset(ruleset, Collector(), library)
    card = None if rules is None else _card(rules, source)
    return Analysis(
        source=source, file=file, diagnostics=collector.sorted(), ruleset=rules, card=card
    )


def _card(ruleset: Ruleset, actuals: SourceText) -> CardExplanation | None:
    read = compile_actuals(actuals, Collector())
    return None if read is None else explain_card(evaluate(ruleset, read))


def _sound(
    file: RulesetFileNode,
    compiled: CompiledFile,
    source: SourceText,
    found: tuple[Diagnostic, ...],
    library: Library | None,
) -> Ruleset | None:
    """What the statements state that no error points into; None when that never comes to rest."""
    for _ in range(_MOST_ROUNDS):
        faults = _errors_in(source, found)
        kept = tuple(node for node in file.statements if not _is_hit(node.span, faults))
        if len(kept) == len(file.statements):
            # The faults lie in lines that could not be read, and are not among the nodes.
            return compiled.stated
        file = evolve(file, statements=kept)
        collector = Collector()
        compiled = recompile_file(file, source, collector, library, compiled.kept)
        if not collector.has_errors:
            return compiled.stated
        found = collector.sorted()
    return None


def _errors_in(source: SourceText, found: tuple[Diagnostic, ...]) -> list[int]:
    """Where the errors of a text begin, ascending."""
    return sorted(
        each.place.span.start
        for each in found
        if each.severity is Severity.ERROR and each.place and each.place.source == source
    )


def _is_hit(span: Span, faults: list[int]) -> bool:
    at = bisect_left(faults, span.start)
    return at < len(faults) and faults[at] < max(span.end, span.start + 1)
