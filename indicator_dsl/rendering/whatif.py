"""What other values would have given, set for a terminal, as text, Markdown and a record.

Sets what the explanation says, and adds nothing.
"""

from collections.abc import Iterator
from typing import Final

from indicator_dsl.explanation import (
    LineExplanation,
    LineShift,
    WhatIf,
    points_text,
    signed,
    total_text,
)
from indicator_dsl.model import Rounding
from indicator_dsl.rendering import labels
from indicator_dsl.rendering.blocks import Depth
from indicator_dsl.rendering.cards_record import points_record, record_of
from indicator_dsl.rendering.outline import Blank, Mood, Outline, Part, Table, Words
from indicator_dsl.rendering.records import bounds_record, schema_in_file
from indicator_dsl.wording import Lang, Text

_TITLE: Final = Text("What if", "假如")
_WAS: Final = Text("{name}: {before} → {after}", "{name}：{before} → {after}")
_NONE: Final = Text("no value", "无")
_HEADS: Final = (
    labels.INDICATOR,
    Text("actual", "原实际"),
    Text("would be", "改后实际"),
    Text("points", "原得分"),
    Text("then", "改后得分"),
    Text("change", "增减"),
)
_NOTHING: Final = Text("no line is another", "各项均无变化")
_NEW_FINDINGS: Final = Text("New findings", "新出现的问题")
_RIGHT: Final = frozenset((3, 4, 5))


def what_if_outline(told: WhatIf, lang: Lang = "en", *, depth: Depth = 2) -> Outline:
    """The changes, both cards line by line, and the totals.

    Args:
        told: The comparison.
        lang: The language of the words around the author's own.
        depth: 0 and 1 for the totals alone, 2 with the lines that moved, "all" with every line.
    """
    return tuple(_parts(told, lang, depth))


def _parts(told: WhatIf, lang: Lang, depth: Depth) -> Iterator[Part]:
    yield Words(_TITLE.in_lang(lang), "title")
    for made in told.changes:
        none = _NONE.in_lang(lang)
        said = _WAS.filled(
            name=made.change.label, before=made.before or none, after=made.change.shown or none
        )
        yield Words(said.in_lang(lang), "item")
    yield Blank()
    if depth not in (0, 1):
        yield _table(told, lang, depth)
        yield Blank()
        for line in told.moved:
            yield Words(_why(line, lang), "item")
        if told.moved:
            yield Blank()
        else:
            yield Words(_NOTHING.in_lang(lang))
    yield Words(told.sentence.in_lang(lang), "strong")
    if told.findings and depth not in (0, 1):
        yield Blank()
        yield Words(_NEW_FINDINGS.in_lang(lang), "heading")
        for finding in told.findings:
            yield Words(finding.sentence(lang), "item")


def _table(told: WhatIf, lang: Lang, depth: Depth) -> Table:
    rounding = told.before.card.ruleset.rounding
    rows: list[tuple[str, ...]] = []
    moods: list[Mood] = []
    for line in told.lines if depth == "all" else told.moved:
        rows.append(_line_row(line, rounding, lang))
        moods.append("gain" if line.low > 0 else "loss" if line.low < 0 else "")
    for step in told.adjustments:
        if depth != "all" and not step.low and not step.high:
            continue
        name = step.told.name.in_lang(lang)
        section = " / ".join(step.told.section)
        old = _ends(step.before, rounding)
        new = _ends(step.after, rounding)
        grown = signed(step.low, rounding) if step.low == step.high else "?"
        rows.append((f"{name} {section}".rstrip(), "", "", old, new, grown))
        moods.append("gain" if step.low > 0 else "loss" if step.low < 0 else "")
    grown = signed(told.low, rounding)
    if told.low != told.high:
        grown = f"{grown}..{signed(told.high, rounding)}"
    totals = (total_text(told.before.card), total_text(told.after.card))
    rows.append((labels.TOTAL.in_lang(lang), "", "", *totals, grown))
    moods.append("")
    return Table(
        heads=tuple(head.in_lang(lang) for head in _HEADS),
        rows=tuple(rows),
        right=_RIGHT,
        strong=frozenset((len(rows) - 1,)),
        moods=tuple(moods),
    )


def _line_row(line: LineShift, rounding: Rounding, lang: Lang) -> tuple[str, ...]:
    grown = "?" if line.gained is None else signed(line.gained, rounding)
    return (
        line.name,
        line.before.done.in_lang(lang),
        line.after.done.in_lang(lang),
        _points(line.before, rounding),
        _points(line.after, rounding),
        grown,
    )


def _points(told: LineExplanation, rounding: Rounding) -> str:
    line = told.line
    if line.low == line.high:
        return points_text(line.low, rounding)
    return f"{points_text(line.low, rounding)}..{points_text(line.high, rounding)}"


def _ends(told: object, rounding: Rounding) -> str:
    step = getattr(told, "adjustment", None)
    if step is None:
        return ""
    low, high = signed(step.low, rounding), signed(step.high, rounding)
    return low if step.low == step.high else f"{low}..{high}"


def _why(line: LineShift, lang: Lang) -> str:
    told = line.after
    parts = [told.sentence.in_lang(lang)]
    if told.arithmetic is not None:
        parts.append(told.arithmetic.in_lang(lang))
    joint = "；" if lang == "zh" else "; "
    said = Text("{name}: {words}", "{name}：{words}")
    return said.filled(name=line.name, words=joint.join(parts)).in_lang(lang)


def what_if_to_dict(told: WhatIf, lang: Lang = "en") -> dict[str, object]:
    """The comparison as JSON-ready data: both cards whole, and the differences.

    Args:
        told: The comparison.
        lang: The language of sentences.
    """
    rounding = told.before.card.ruleset.rounding
    return {
        "schema": "1",
        "changes": [
            {
                "name": made.change.name,
                "item": made.change.item or None,
                "before": made.before or None,
                "after": made.change.shown or None,
            }
            for made in told.changes
        ],
        "before": record_of(told.before, lang),
        "after": record_of(told.after, lang),
        "difference": bounds_record(told.low, told.high, rounding),
        "lines": [
            {
                "indicator": line.name,
                "section": list(line.before.line.indicator.section),
                "is_moved": line.is_moved,
                "gained": points_record(line.gained, rounding),
                "difference": bounds_record(line.low, line.high, rounding),
            }
            for line in told.lines
        ],
        "adjustments": [
            {
                "kind": step.told.adjustment.kind.value,
                "name": step.told.adjustment.name,
                "difference": bounds_record(step.low, step.high, rounding),
            }
            for step in told.adjustments
        ],
        "summary": told.sentence.in_lang(lang),
    }


def what_if_schema() -> dict[str, object]:
    """The JSON Schema (draft 2020-12) that every record of a comparison satisfies.

    Example:
        >>> what_if_schema()["$id"]
        'urn:indicator-dsl:what-if:1'
    """
    return schema_in_file("what-if")
