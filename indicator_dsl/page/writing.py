"""A ruleset and its actuals being written: what an editor asks, and the card beside it."""

from attrs import define, evolve

from indicator_dsl.diagnostics import Collector, Diagnostic
from indicator_dsl.editor import (
    Analysis,
    Completion,
    analyse_actuals,
    analyse_ruleset,
    completions_at,
    corrections_of,
    edited,
    formatting_of,
    hints_of,
    hover_at,
    span_shown,
    text_named,
    vocabulary_of,
)
from indicator_dsl.page.cards import card_record
from indicator_dsl.page.places import edit_record, offset_behind, span_record, units_before
from indicator_dsl.page.questions import Question, Record
from indicator_dsl.rendering import diagnostics_to_dict
from indicator_dsl.syntax import parse_actuals, parse_ruleset
from indicator_dsl.wording import Lang

_MOST_SAID = 200
_MOST_OFFERED = 60
_RULES, _ACTUALS = "评分规则.ind", "完成值.act"


@define
class Desk:
    """The two texts as they were analysed last; questions of a place come with the newer text."""

    _rules: Analysis | None = None
    _actuals: Analysis | None = None

    def analyse(self, asked: Question) -> Record:
        """Both texts, `ruleset` and `actuals`: their mistakes, and the card."""
        rules = text_named(_RULES, asked.text("ruleset"))
        actuals = text_named(_ACTUALS, asked.text("actuals"))
        self._rules = evolve(analyse_ruleset(rules, None, actuals), otherwise=asked.lang)
        self._actuals = evolve(analyse_actuals(actuals, rules), otherwise=asked.lang)
        card = self._rules.card
        return {
            "ruleset": _said(self._rules, asked.lang),
            "actuals": _said(self._actuals, asked.lang),
            "card": None if card is None else card_record(card, asked.lang),
        }

    def corrections(self, asked: Question) -> Record:
        """Corrections of the diagnostic with that `number`, each of them tried."""
        analysis, number = self._analysis(asked), asked.number("number")
        if analysis is None or number >= len(analysis.diagnostics):
            return {"corrections": []}
        text = analysis.source.text
        return {
            "corrections": [
                {
                    "title": each.title.in_lang(asked.lang),
                    "is_safe": each.is_safe,
                    "edits": [edit_record(text, edit) for edit in each.edits],
                }
                for each in corrections_of(analysis, analysis.diagnostics[number])
            ]
        }

    def complete(self, asked: Question) -> Record:
        """What may be written at the place `at` of `text`."""
        source = text_named(self._name(asked), asked.text("text"))
        analysis = self._analysis(asked)
        known = vocabulary_of(self._rules if _is_actuals(asked) else analysis, asked.lang)
        offset = offset_behind(source.text, asked.number("at"))
        found = completions_at(source, offset, known, of_actuals=_is_actuals(asked))
        return {
            "options": [_option(source.text, each, asked.lang) for each in found[:_MOST_OFFERED]]
        }

    def hover(self, asked: Question) -> Record:
        """What is to be said of the place `at`, as Markdown; empty for nothing."""
        analysis = self._analysis(asked)
        if analysis is None:
            return {"markdown": ""}
        text = analysis.source.text
        found = hover_at(analysis, offset_behind(text, asked.number("at")), asked.lang)
        if found is None:
            return {"markdown": ""}
        return {**span_record(text, found.span), "markdown": found.markdown}

    def format(self, asked: Question) -> Record:
        """`text` laid out with keywords in the language `to`.

        `is_unread` says that it was left as it is, since something in it cannot be read.
        """
        source = text_named(self._name(asked), asked.text("text"))
        to: Lang = "en" if asked.text("to") == "en" else "zh"
        edits = formatting_of(source, of_actuals=_is_actuals(asked), to=to)
        if edits:
            return {"text": edited(source.text, edits), "is_unread": False}
        said = Collector()
        (parse_actuals if _is_actuals(asked) else parse_ruleset)(source, said)
        return {"text": source.text, "is_unread": said.has_errors}

    def _analysis(self, asked: Question) -> Analysis | None:
        return self._actuals if _is_actuals(asked) else self._rules

    def _name(self, asked: Question) -> str:
        return _ACTUALS if _is_actuals(asked) else _RULES


def _is_actuals(asked: Question) -> bool:
    return asked.text("of") == "actuals"


def _said(analysis: Analysis, lang: Lang) -> Record:
    """The diagnostics with their places, and the notes beside the text."""
    text = analysis.source.text
    kept = analysis.diagnostics[:_MOST_SAID]
    records = diagnostics_to_dict(kept, lang)["diagnostics"]
    spans = [_span(each, analysis) for each in kept]
    said = zip(records, spans, strict=True) if isinstance(records, list) else ()
    return {
        "diagnostics": [{**record, **span} for record, span in said],
        "hints": [
            {
                "at": units_before(text, hint.offset),
                "text": hint.text.in_lang(lang),
                "more": None if hint.more is None else hint.more.in_lang(lang),
            }
            for hint in hints_of(analysis)
        ],
    }


def _span(found: Diagnostic, analysis: Analysis) -> Record:
    shown = span_shown(found, analysis.source, analysis.file.statements)
    return span_record(analysis.source.text, shown)


def _option(text: str, each: Completion, lang: Lang) -> Record:
    return {
        **span_record(text, each.span),
        "label": each.label,
        "kind": each.kind,
        "insert": each.text,
        "snippet": each.snippet,
        "detail": each.detail.in_lang(lang),
    }
