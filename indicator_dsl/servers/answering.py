"""What an assistant may ask: a ruleset checked, actuals scored, every lost point explained.

Reads texts and shipped rulesets, no file; changes nothing.
"""

from attrs import frozen

from indicator_dsl.checks import check_sheet
from indicator_dsl.compiler import compile_actuals, compile_ruleset
from indicator_dsl.diagnostics import Collector
from indicator_dsl.editor import text_named
from indicator_dsl.explanation import CardExplanation, explain_card, paragraph_of
from indicator_dsl.files import read_source, shipped_rulesets
from indicator_dsl.model import Actuals, Ruleset
from indicator_dsl.rendering import card_to_dict, diagnostics_to_dict, explanation_markdown
from indicator_dsl.scoring import evaluate
from indicator_dsl.wording import Lang

_MOST_SAID = 200


def check_text(ruleset: str, lang: Lang = "en") -> dict[str, object]:
    """Every mistake of a ruleset, and what a careful reviewer would ask, as JSON-ready data.

    Args:
        ruleset: Its text, or the id of a shipped one.
        lang: The language of the sentences.

    Example:
        >>> check_text("年办件量 => 200000 件 weight 20")["diagnostics"][0]["name"]
        'operator-misspelt'
    """
    asked = _read(ruleset)
    if asked.ruleset is not None:
        asked.collector.extend(check_sheet(asked.ruleset))
    return _said(asked, lang) | {"is_valid": asked.ruleset is not None}


def score_texts(ruleset: str, actuals: str, lang: Lang = "en") -> dict[str, object]:
    """The scored sheet as JSON-ready data; only diagnostics when either text has an error.

    Args:
        ruleset: Its text, or the id of a shipped one.
        actuals: Their text; empty for those that ship with a shipped ruleset.
        lang: The language of the sentences.

    Example:
        >>> score_texts("年办件量 >= 200000 件 weight 20", "年办件量 = 18万件")["card"]["total"]
        '18.00'
    """
    asked = _read(ruleset, actuals)
    told = asked.card
    if told is None:
        return _said(asked, lang)
    return _said(asked, lang) | {"card": card_to_dict(told.card, lang)}


def explain_texts(
    ruleset: str, actuals: str, indicator: str = "", lang: Lang = "en"
) -> dict[str, object]:
    """Why points were lost, in Markdown and in one paragraph; diagnostics when there is an error.

    Args:
        ruleset: Its text, or the id of a shipped one.
        actuals: Their text; empty for those that ship with a shipped ruleset.
        indicator: The one line to explain; every deduction when empty.
        lang: The language of the sentences.

    Example:
        >>> told = explain_texts("年办件量 >= 200000 件 weight 20", "年办件量 = 18万件")
        >>> print(told["explanation"].splitlines()[-1])
        lost in all: 2.00 = 20 − 18.00
    """
    asked = _read(ruleset, actuals)
    told = asked.card
    if told is None:
        return _said(asked, lang)
    words = explanation_markdown(told, lang, indicator=indicator or None)
    answer: dict[str, object] = {"explanation": words}
    if not indicator:
        answer["in_words"] = paragraph_of(told).in_lang(lang)
    elif not words:
        answer["indicators"] = [line.line.indicator.name for line in told.lines]
    return _said(asked, lang) | answer


@frozen
class _Asked:
    """What was read of a question, with everything that is to be said of it."""

    collector: Collector
    ruleset: Ruleset | None = None
    actuals: Actuals | None = None

    @property
    def card(self) -> CardExplanation | None:
        if self.ruleset is None or self.actuals is None:
            return None
        return explain_card(evaluate(self.ruleset, self.actuals))


def _read(ruleset: str, actuals: str | None = None) -> _Asked:
    collector = Collector()
    shipped = next((each for each in shipped_rulesets() if each.id == ruleset.strip()), None)
    source = (
        text_named("ruleset.ind", ruleset)
        if shipped is None
        else read_source(shipped.ruleset, collector, name=f"{shipped.id}/ruleset.ind")
    )
    rules = None if source is None else compile_ruleset(source, collector)
    if actuals is None:
        return _Asked(collector, rules)
    own = None if shipped is None or actuals.strip() else shipped.actuals
    handed_in = (
        text_named("actuals.act", actuals)
        if own is None or shipped is None
        else read_source(own, collector, name=f"{shipped.id}/actuals.act")
    )
    of_actuals = Collector()
    read = None if handed_in is None else compile_actuals(handed_in, of_actuals)
    collector.extend(of_actuals.sorted())
    return _Asked(collector, rules, read)


def _said(asked: _Asked, lang: Lang) -> dict[str, object]:
    return diagnostics_to_dict(list(asked.collector.sorted()[:_MOST_SAID]), lang)
