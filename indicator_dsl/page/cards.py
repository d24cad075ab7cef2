"""A card as the page shows it: what it comes to, and its parts as markup. Sets nothing itself."""

from attrs import asdict

from indicator_dsl.explanation import CardExplanation
from indicator_dsl.page.questions import Record
from indicator_dsl.rendering import card_to_dict, explanation_to_dict, parts_of_report
from indicator_dsl.wording import Lang

_OF_LINES = ("why", "arithmetic", "remedy", "clause", "derivation")


def card_record(told: CardExplanation, lang: Lang) -> Record:
    """The total with its grade and its sentence, the losses, and every part of the report.

    Args:
        told: The explained card.
        lang: The language of all sentences.

    Returns:
        `losses` are the lines that lost points or are open, the largest first.
    """
    record = explanation_to_dict(told, lang)
    lines = record["lines"]
    kept = lines if isinstance(lines, list) else []
    lost = [line for line in kept if line["rank"] is not None]
    waiting = [line for line in kept if line["earned"] is None]
    return {
        **{name: record[name] for name in ("total", "bounds", "full", "grades", "in_words")},
        "losses": [_loss(each) for each in sorted(lost, key=lambda line: line["rank"])],
        "open": [_loss(each) for each in waiting],
        "findings": card_to_dict(told.card, lang)["findings"],
        "parts": [asdict(part) for part in parts_of_report(told, lang)],
    }


def _loss(line: Record) -> Record:
    names = ("indicator", "weight", "earned", "lost", "bounds", "asked", "done", *_OF_LINES)
    return {name: line[name] for name in names}
