"""`diff`: two rulesets in, what differs in meaning out; with two actuals, why the total did."""

import sys

import click
from attrs import frozen

from indicator_dsl.cli import inputs, options, terminal
from indicator_dsl.diagnostics import Collector, Severity
from indicator_dsl.explanation import CardChanges, RulesetChanges, compare_cards, compare_rulesets
from indicator_dsl.model import Ruleset
from indicator_dsl.rendering import (
    CardChangesView,
    RulesetChangesView,
    card_changes_markdown,
    card_changes_text,
    changes_to_json,
    ruleset_changes_markdown,
    ruleset_changes_text,
)
from indicator_dsl.scoring import Scorecard, evaluate
from indicator_dsl.wording import Lang, Text

_ONE_RULESET = Text(
    "name a second ruleset, or two actuals: --actuals OLD NEW",
    "请给出第二个规则集，或者用 --actuals 给出前后两份实际值",
)
_TWICE_INPUT = Text("only one of them can be -", "只能有一个是 -")
_BOTH_OPTIONS = Text(
    "--actuals and --rules-only exclude each other", "--actuals 与 --rules-only 不能同时使用"
)


@click.command()
@click.argument("old")
@click.argument("new", required=False)
@click.option(
    "--actuals",
    nargs=2,
    metavar="OLD NEW",
    help="Compare the cards of these two actuals as well (两份实际值).",
)
@click.option("--rules-only", is_flag=True, help="Leave actuals that lie with the rulesets alone.")
@options.FORMAT
@options.LANG
@click.option("--strict", is_flag=True, help="Exit with 1 when there are differences.")
def diff(
    old: str,
    new: str | None,
    actuals: tuple[str, str] | None,
    layout: str,
    lang: str | None,
    *,
    rules_only: bool,
    strict: bool,
) -> None:
    """Tell what changed from ruleset OLD to NEW, and why the total did (变动对照).

    Rulesets are named as for score. With --actuals, or where actuals lie with both, the change of
    the total is shared out among performance, targets, weights and methods. Without NEW, the two
    actuals are compared by OLD.
    """
    spoken = terminal.language(lang)
    _refuse_unclear(old, new, actuals, spoken, rules_only=rules_only)
    before, after = _sides(old, new, actuals, spoken, rules_only=rules_only)
    rules = None if new is None else compare_rulesets(before.ruleset, after.ruleset)
    cards = None
    if before.card is not None and after.card is not None:
        cards = compare_cards(before.card, after.card)
    _show(rules, cards, layout, spoken)
    differs = (rules is not None and rules.has_changes) or (
        cards is not None and bool(cards.low or cards.high)
    )
    sys.exit(terminal.IN_ERROR if strict and differs else terminal.COMPUTED)


@frozen(kw_only=True)
class _Side:
    """A ruleset, and its card where there are actuals."""

    ruleset: Ruleset
    card: Scorecard | None


def _refuse_unclear(
    old: str, new: str | None, actuals: tuple[str, str] | None, lang: Lang, *, rules_only: bool
) -> None:
    if new is None and actuals is None:
        raise click.UsageError(_ONE_RULESET.in_lang(lang))
    if rules_only and actuals is not None:
        raise click.UsageError(_BOTH_OPTIONS.in_lang(lang))
    if [old, new, *(actuals or ())].count(inputs.STANDARD_INPUT) > 1:
        raise click.UsageError(_TWICE_INPUT.in_lang(lang))


def _sides(
    old: str,
    new: str | None,
    actuals: tuple[str, str] | None,
    lang: Lang,
    *,
    rules_only: bool,
) -> tuple[_Side, _Side]:
    """Both sides; leaves with every diagnostic shown when something is in error."""
    collectors = Collector(), Collector(), Collector(), Collector()
    first = inputs.ruleset_of(old, collectors[0])
    second = first if new is None else inputs.ruleset_of(new, collectors[1])
    found = first[1], second[1]
    has_cards = actuals is not None or (not rules_only and all(map(inputs.has_actuals, found)))
    names = (old, new or old)
    handed = []
    if has_cards:
        handed = [
            inputs.actuals_of(named, where, name, collector)
            for named, where, name, collector in zip(
                actuals or (None, None), found, names, collectors[2:], strict=True
            )
        ]
    # A note on a ruleset is for its author, who asks with `check`.
    told = [
        each
        for collector in collectors
        for each in collector.sorted()
        if each.file or each.severity is not Severity.NOTE
    ]
    is_failed = any(collector.has_errors for collector in collectors)
    terminal.show_diagnostics(told, lang, quiet=not is_failed)
    if is_failed or first[0] is None or second[0] is None:
        sys.exit(terminal.IN_ERROR)
    cards = [
        evaluate(rules, achieved)
        for rules, achieved in zip((first[0], second[0]), handed, strict=False)
        if achieved is not None
    ]
    if has_cards and len(cards) < len(names):
        sys.exit(terminal.IN_ERROR)
    before, after = cards or (None, None)
    return _Side(ruleset=first[0], card=before), _Side(ruleset=second[0], card=after)


def _show(rules: RulesetChanges | None, cards: CardChanges | None, layout: str, lang: Lang) -> None:
    if layout == "json":
        click.echo(changes_to_json(rules, cards, lang), nl=False)
        return
    if layout == "rich":
        screen = terminal.console()
        if rules is not None:
            screen.print(RulesetChangesView(rules, lang))
        if rules is not None and cards is not None:
            screen.print()
        if cards is not None:
            screen.print(CardChangesView(cards, lang))
        return
    is_markdown = layout == "markdown"
    told: list[str] = []
    if rules is not None:
        told.append(
            (ruleset_changes_markdown if is_markdown else ruleset_changes_text)(rules, lang)
        )
    if cards is not None:
        told.append((card_changes_markdown if is_markdown else card_changes_text)(cards, lang))
    click.echo("\n".join(told), nl=False)
