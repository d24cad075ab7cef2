"""A shipped ruleset with its actuals as a form to fill in: change one, and see the card."""

from collections.abc import Iterator, Mapping

from attrs import evolve

from indicator_dsl.compiler import compile_actuals, compile_ruleset
from indicator_dsl.diagnostics import Collector
from indicator_dsl.editor import text_named
from indicator_dsl.explanation import asked_text, explain_card
from indicator_dsl.model import Actuals, Checklist, Entry, Indicator, Judged, Ruleset
from indicator_dsl.page.cards import card_record
from indicator_dsl.page.questions import Question, Record
from indicator_dsl.page.shelf import opened
from indicator_dsl.page.texts import texts_record
from indicator_dsl.quantities import text_from_number
from indicator_dsl.scoring import evaluate
from indicator_dsl.wording import Lang

_BETWEEN = "\u001f"  # no name holds it
_YES_NO = ("是", "否")


def sheet(asked: Question) -> Record:
    """The example `id`: its texts, in the language asked for, and a field for every value."""
    found = opened(asked.text("id"), asked.lang)
    read = None if found is None else _read(found.ruleset, found.actuals)
    if found is None or read is None:
        return {"id": "", "fields": []}
    rules, actuals = read
    return {
        "id": found.id,
        "title": rules.title or found.id,
        **texts_record(found.ruleset, found.actuals, asked.lang),
        "fields": [*_fields(rules, actuals, asked.lang)],
    }


def score(asked: Question) -> Record:
    """The card of the example `id` with other `values`, by the key of their field."""
    found = opened(asked.text("id"), asked.lang)
    read = None if found is None else _read(found.ruleset, found.actuals)
    if read is None:
        return {"card": None}
    rules, actuals = read
    card = evaluate(rules, _with(actuals, rules, asked.texts("values")))
    return {"card": card_record(explain_card(card), asked.lang)}


def _read(ruleset: str, actuals: str) -> tuple[Ruleset, Actuals] | None:
    rules = compile_ruleset(text_named("ruleset.ind", ruleset), Collector())
    handed_in = compile_actuals(text_named("actuals.act", actuals), Collector())
    return None if rules is None or handed_in is None else (rules, handed_in)


def _fields(rules: Ruleset, actuals: Actuals, lang: Lang) -> Iterator[Record]:
    entries = {entry.name: entry for entry in actuals.entries}
    for figure in rules.inputs:
        yield {**_field(figure.name, entries), "unit": figure.unit.text}
    worked_out = {figure.name for figure in rules.derived}
    for rule in rules.indicators:
        if rule.name in worked_out:
            continue
        told = asked_text(rule.target).in_lang(lang)
        about = {"section": " / ".join(rule.section), "weight": text_from_number(rule.weight)}
        match rule.measure:
            case Checklist(items=items):
                marks = dict(_entry(rule.name, entries).items)
                for item in items:
                    yield {
                        "key": f"{rule.name}{_BETWEEN}{item.name}",
                        "name": item.name,
                        "under": rule.name,
                        "value": _text(marks.get(item.name)),
                        "choices": list(_YES_NO),
                        **about,
                        "weight": text_from_number(item.points),
                    }
            case _:
                choices = _choices(rule)
                yield {**_field(rule.name, entries, asked=told), "choices": choices, **about}
    for name in _facts(rules):
        yield _field(name, entries)


def _facts(rules: Ruleset) -> Iterator[str]:
    yield from (extra.name for extra in rules.extras)
    yield from (veto.name for veto in rules.vetoes)


def _choices(rule: Indicator) -> list[str]:
    """The levels of a judged rule, where they are all a field needs to offer."""
    match rule.measure:
        case Judged(scale=scale) if all(level.least is None for level in scale.levels):
            return [level.label for level in scale.levels]
        case _:
            return []


def _field(name: str, entries: Mapping[str, Entry], asked: str = "") -> Record:
    return {
        "key": name,
        "name": name,
        "under": "",
        "section": "",
        "weight": "",
        "asked": asked,
        "value": _text(_entry(name, entries).cell),
        "choices": [],
    }


def _entry(name: str, entries: Mapping[str, Entry]) -> Entry:
    return entries.get(name, Entry(name=name))


def _text(cell: object) -> str:
    return "" if cell is None else str(cell)


def _with(actuals: Actuals, rules: Ruleset, values: Mapping[str, str]) -> Actuals:
    """The actuals with other cells; an empty one is missing."""
    entries = {entry.name: entry for entry in actuals.entries}
    known = {rule.name for rule in rules.indicators} | {each.name for each in rules.inputs}
    known.update(_facts(rules))
    for key, text in values.items():
        name, _, item = key.partition(_BETWEEN)
        if name not in known:
            continue
        entry, cell = _entry(name, entries), text.strip() or None
        if item:
            items = {**dict(entry.items), item: cell}
            kept = tuple((each, mark) for each, mark in items.items() if mark is not None)
            entries[name] = evolve(entry, items=kept)
        else:
            entries[name] = evolve(entry, cell=cell)
    return evolve(actuals, entries=tuple(entries.values()))
