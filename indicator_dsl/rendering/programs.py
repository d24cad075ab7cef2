"""The program that scores one record, with what its names stand for. Writes no program."""

from typing import Final

from indicator_dsl.records import Figure, Scorer
from indicator_dsl.rendering.diagnostics_characters import visible
from indicator_dsl.wording import Lang, Text

_NONE: Final = Text(
    "No program: every record of this ruleset is scored by the exact way.",
    "没有程序：本规则集的每份填报都逐项精确计分。",
)
_FIGURES: Final = Text("The figures it takes, in order", "依次取用的数据")
_CONSTANTS: Final = Text("What its constants hold", "常量的内容")
_STEPS: Final = Text("whole steps of 10^-{n} {unit}", "以 10^-{n} {unit} 为单位的整数")
_WHOLE: Final = Text("whole {unit}", "整数 {unit}")
_NUMBER: Final = Text("a whole number", "整数")
_LABEL: Final = Text("one of {labels}", "{labels} 之一")
_DAY: Final = Text("a day", "日期")
_OPTIONAL: Final = Text("{kind}, or None for 0", "{kind}，None 视为 0")


def program_text(scorer: Scorer, lang: Lang) -> str:
    """The program in plain text, its names told below it, the last line ended."""
    if not scorer.text:
        return f"{_NONE.in_lang(lang)}\n"
    parts = [scorer.text, f"\n# {_FIGURES.in_lang(lang)}\n"]
    for index, figure in enumerate(scorer.figures):
        parts.append(f"#   x{index} = {figure.name}: {_kind(figure).in_lang(lang)}\n")
    parts.append(f"# {_CONSTANTS.in_lang(lang)}\n")
    for name, value in scorer.constants.items():
        told = value if not isinstance(value, dict) else _table(value)
        parts.append(f"#   {name} = {told}\n")
    return "\n".join(map(visible, "".join(parts).split("\n")))


def _kind(figure: Figure) -> Text:
    if figure.is_day:
        return _DAY
    if figure.labels:
        return _LABEL.filled(labels=Text(", ".join(figure.labels), "、".join(figure.labels)))
    kind = _NUMBER
    if figure.places:
        kind = _STEPS.filled(n=figure.places, unit=figure.unit)
    elif figure.unit:
        kind = _WHOLE.filled(unit=figure.unit)
    return _OPTIONAL.filled(kind=kind) if figure.is_optional else kind


def _table(table: dict[object, object]) -> str:
    return ", ".join(f"{label}: {value}" for label, value in table.items())
