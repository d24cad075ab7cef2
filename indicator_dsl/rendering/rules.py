"""Rules as rich prints them: one by itself, or a whole sheet's with their headings.

Tells what is asked and how it is scored; no points of any actual.
"""

from collections.abc import Iterator

from attrs import frozen
from rich.console import Console, ConsoleOptions
from rich.text import Text as Ink

from indicator_dsl.explanation import asked_text, clause_text
from indicator_dsl.model import Indicator, Ruleset
from indicator_dsl.quantities import text_from_number
from indicator_dsl.rendering import labels
from indicator_dsl.rendering.marks import SIGNS
from indicator_dsl.wording import Lang


@frozen
class RuleView:
    """One rule on one line: its name, what it asks, its weight, its method in words."""

    indicator: Indicator
    lang: Lang = "en"

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Ink]:
        """The line, folded to the width at hand."""
        rule = self.indicator
        weight = labels.POINTS.filled(n=text_from_number(rule.weight)).in_lang(self.lang)
        line = Ink(SIGNS.shown(rule.name), "bold")
        for part in (asked_text(rule.target).in_lang(self.lang), weight):
            line.append("  " + SIGNS.shown(part), "")
        line.append("  " + clause_text(rule).in_lang(self.lang), "dim")
        yield line


@frozen
class RulesetView:
    """Every rule of a sheet under its headings, with the title above."""

    ruleset: Ruleset
    lang: Lang = "en"

    def __rich_console__(
        self, console: Console, options: ConsoleOptions
    ) -> Iterator[Ink | RuleView]:
        """The title, then headings and rules in the order of the sheet."""
        ruleset = self.ruleset
        yield Ink(f"{SIGNS.shown(ruleset.title)} {ruleset.year or ''}".strip(), "bold")
        heading: tuple[str, ...] = ()
        for rule in ruleset.indicators:
            if rule.section != heading:
                heading = rule.section
                yield Ink(SIGNS.shown(" / ".join(heading)), "cyan")
            yield RuleView(rule, self.lang)
