"""A page about a code as Markdown: what it means, what to avoid, what to prefer.

Decides nothing.
"""

import re
from collections.abc import Iterator
from typing import Final

from rich.cells import cell_len

from indicator_dsl import codes
from indicator_dsl.codes import Code, all_codes, code_called
from indicator_dsl.diagnostics import Severity
from indicator_dsl.rendering.diagnostics_characters import visible
from indicator_dsl.wording import Lang, Text

_SEVERITIES: Final = {
    Severity.ERROR: Text("error", "错误"),
    Severity.WARNING: Text("warning", "警告"),
    Severity.NOTE: Text("note", "提示"),
}
_PHASES: Final = {
    "1": Text("Reading the text", "读取文本"),
    "2": Text("Names and units", "名称与单位"),
    "3": Text("Weights, targets, methods", "分值、目标与方法"),
    "4": Text("Files of actuals", "实际值文件"),
    "5": Text("Scoring", "计分"),
    "6": Text("Checks of the sheet", "评分表检查"),
    "7": Text("Findings about reported scores", "自评分审核"),
    "8": Text("Files and commands", "文件与命令"),
    "9": Text("Defects of indicator-dsl", "程序自身缺陷"),
}
_SUMMARY: Final = Text("Summary", "概述")
_AVOID: Final = Text("Avoid", "避免")
_PREFER: Final = Text("Prefer", "推荐")
_WHY: Final = Text("Why", "原因")
_SEE_ALSO: Final = Text("See also", "参见")
_COLON: Final = Text(": ", "：")
_LANGUAGES: Final = {
    "ruleset": "ind",
    "sheet": "ind",
    "actuals": "act",
    "csv": "csv",
    "json": "json",
    "case": "toml",
    "file": "sh",
    "python": "python",
}
_FIELD: Final = re.compile(r"\{\w+\}")
_OPTIONAL: Final = re.compile(r"\{(?:nearest|others)\}")
_LONGEST: Final = 120


def code_page_markdown(code: Code, lang: Lang = "en") -> str:
    """The page of one code in Markdown, in one language.

    Example:
        >>> from indicator_dsl.codes import UNIT_LEFT_OUT
        >>> code_page_markdown(UNIT_LEFT_OUT).splitlines()[0]
        '# IND207 unit-left-out'
    """
    return "\n".join((f"# {code.code} {code.name}", "", *_body(code, lang, "##"))) + "\n"


def code_document(code: Code) -> str:
    """The page of one code in Markdown for the documentation: English first, then Chinese.

    Example:
        >>> from indicator_dsl.codes import UNIT_LEFT_OUT
        >>> [line for line in code_document(UNIT_LEFT_OUT).splitlines() if line.startswith("## ")]
        ['## English', '## 中文']
    """
    return (
        "\n".join(
            (
                f"# {code.code} {code.name}",
                "",
                "## English",
                "",
                *_body(code, "en", "###"),
                "",
                "## 中文",
                "",
                *_body(code, "zh", "###"),
            )
        )
        + "\n"
    )


def code_index() -> str:
    """All codes in Markdown for the documentation, by phase.

    Example:
        >>> code_index().splitlines()[0]
        '# Codes'
    """
    lines = [
        "# Codes",
        "",
        "Each diagnostic and finding has a number that never changes and a name.",
        "`indicator-dsl code IND204` prints its page. 每个错误和审核问题都有固定的编号和名称。",
    ]
    for digit, title in _PHASES.items():
        found = [code for code in all_codes() if code.code[3] == digit]
        lines += [
            "",
            f"## {title.en} · {title.zh}",
            "",
            "| code | name | | |",
            "| --- | --- | --- | --- |",
        ]
        lines += [
            f"| [{code.code}]({code.code}.md) | {code.name} "
            f"| {_cell(_summary(code, 'en'))} | {_cell(_summary(code, 'zh'))} |"
            for code in found
        ]
    return "\n".join(lines) + "\n"


def _body(code: Code, lang: Lang, mark: str) -> Iterator[str]:
    page = codes.page_of(code.code)
    phase = _PHASES[code.code[3]]
    yield f"{mark} {_SUMMARY.in_lang(lang)}"
    yield ""
    kind = f"{_SEVERITIES[code.severity].in_lang(lang)} · {phase.in_lang(lang)}"
    yield f"{kind}{_COLON.in_lang(lang)}{_summary(code, lang)}"
    for title, snippet in ((_AVOID, page.avoid), (_PREFER, page.prefer)):
        if snippet:
            yield ""
            yield f"{mark} {title.in_lang(lang)}"
            yield from _blocks(page, snippet)
    yield ""
    yield f"{mark} {_WHY.in_lang(lang)}"
    yield ""
    yield page.why.in_lang(lang)
    if page.related:
        yield ""
        yield f"{mark} {_SEE_ALSO.in_lang(lang)}"
        yield ""
        for number in page.related:
            other = code_called(number)
            yield f"- [{number}]({number}.md) {other.name if other else ''}".rstrip()


def _summary(code: Code, lang: Lang) -> str:
    """The message with its fields left open."""
    own = codes.page_of(code.code).summary
    if own is not None:
        return own.in_lang(lang)
    message = _OPTIONAL.sub("", code.message.in_lang(lang))
    return _FIELD.sub("…", message)


def _blocks(page: "codes.Page", snippet: str) -> Iterator[str]:
    pieces = snippet.split("\n---\n")
    languages = {"score": ("ind", "act"), "form": ("text", "csv")[-len(pieces) :]}
    for language, text in zip(
        languages.get(page.kind, (_LANGUAGES.get(page.kind, ""),)), pieces, strict=True
    ):
        yield ""
        yield f"```{language}"
        yield from (_shown(line) for line in text.split("\n"))
        yield "```"


def _shown(line: str) -> str:
    """A line of a snippet as a reader can see it: nothing invisible, nothing endless."""
    seen = visible(line)
    if cell_len(seen) <= _LONGEST:
        return seen
    half = _LONGEST // 4
    return f"{seen[:half]} … {seen[-half:]}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
