"""What is offered at a place: in the language of the file, and only where it can be read."""

import re

import pytest

from indicator_dsl.editor import (
    Completion,
    analyse_actuals,
    analyse_ruleset,
    completions_at,
    edited,
    text_named,
    vocabulary_of,
)
from indicator_dsl.editor.edits import Edit
from indicator_dsl.editor.templates import spelling, template
from indicator_dsl.syntax import words_of_terminals
from indicator_dsl.wording import Lang

SHEET = """ruleset "窗口" 2024
grades 优 >= 90, else 差
scale 优良差 = 优 100, 良 80, 差 0
input 收入 万元
[产出] 100
服务 is 优良差 weight 50
年办 件量 >= 5 件 weight 50
"""


def offered(line: str, sheet: str = SHEET, lang: Lang = "en") -> dict[str, Completion]:
    """What is offered where `|` stands in a line below the sheet."""
    analysis = analyse_ruleset(text_named("a.ind", sheet))
    text = sheet + line.replace("|", "")
    offset = len(sheet) + line.index("|")
    known = vocabulary_of(analysis, lang, ["共用.ind"])
    found = completions_at(text_named("a.ind", text), offset, known)
    return {each.label: each for each in found}


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("新 is |", {"优良差"}),
        ("let 乙 = |", {"收入", "年办 件量"}),
        ("let 乙 = 收|", {"收入"}),
        ("let 乙 = 收入/|", {"年办 件量"}),
        ("use |", {"mof-2020", "共用.ind"}),
        ('veto "虚报" grade <= |', {"优", "差"}),
        ("  n/a move to |", {"[产出]"}),
        ("  allow IND60|", {"IND605"}),
        ("example 服务 = |", {"优", "良"}),
        ("新 >= 5 |", {"件", "万元", "weight"}),
        ("新 >= 5 件 weight 5 by r|", {"ratio"}),
        ("新 >= 5 件 weight 5 by line from 1 t|", {"to"}),
    ],
)
def test_what_is_offered(line: str, wanted: set[str]) -> None:
    assert wanted <= offered(line).keys()


def test_chinese_words_in_a_chinese_file() -> None:
    found = offered("新 >= 5 件 分|", "量 >= 5 件 分值 20\n")
    assert "分值" in found
    assert "weight" not in found
    assert found["分值"].detail.en == "weight"


def test_an_empty_file_speaks_the_editor_s_language() -> None:
    assert "规则集" in offered("|", "", "zh")
    assert "ruleset" in offered("|", "", "en")


@pytest.mark.parametrize("line", ["# 注 |", '  note "按 |', "新 >= 5 件 weight 5 # b|"])
def test_nothing_in_comments_and_quotes(line: str) -> None:
    assert offered(line) == {}


def test_what_is_offered_replaces_the_word() -> None:
    line = "新 >= 5 件 wei|"
    found = offered(line)["weight"]
    text = SHEET + line.replace("|", "")
    assert edited(text, [Edit(found.span, found.text)]).endswith("新 >= 5 件 weight")


def test_a_name_with_a_blank_needs_quotes_only_where_it_must() -> None:
    assert offered("let 乙 = |")["年办 件量"].text == "年办 件量"
    sheet = "input 增长(+1) 件\n量 >= 5 件 weight 20\n"
    assert offered("let 乙 = |", sheet)["增长(+1)"].text in ("增长(+1)", '"增长(+1)"')


def test_actuals_are_offered_the_names_of_their_ruleset() -> None:
    source = text_named("a.act", "服务 = ")
    analysis = analyse_actuals(text_named("a.act", "收入 = 5 万元\n"), text_named("a.ind", SHEET))
    known = vocabulary_of(analysis)
    names = completions_at(text_named("a.act", ""), 0, known, of_actuals=True)
    assert {"收入 = ", "服务 = "} <= {each.text for each in names}
    levels = completions_at(source, len(source.text), known, of_actuals=True)
    assert [each.text for each in levels][:3] == ["优", "良", "差"]


FILLED = {
    "DEFAULT": ("<=", "inverse"),
    "BY": ("ratio",),
    "NA": ("full",),
    "WHEN": ("收入 >= 5 万元",),
    "ALLOW": ("IND605", "why"),
    "MOVE": ("产出",),
    "CHECK": ("收入 >= 5 万元", "why"),
    "SINCE": ("2024-01-01",),
    "BONUS": ("x", "1", "3"),
    "PENALTY": ("x", "1", "3"),
    "EXAMPLE": ("年办 件量", "5 件", "50"),
    "UNIT_STATEMENT": ("箱", "12", "件"),
    "INPUT": ("支出", "万元"),
    "LET": ("率", "收入 / 收入"),
    "USE": ("mof-2020",),
    "VETO": ("x", "差"),
    "LINE": ("1", "5"),
    "BANDS": ("5", "10"),
    "GRADES": ("优", "良", "差"),
    "SCALE": ("甲", "优", "差"),
    "LIMIT": ("89",),
    "REPORTED": ("5",),
}
BEFORE = {"LINE": "新 >= 5 件 weight 20 by ", "BANDS": "新 >= 5 件 weight 20 by "}
BEFORE |= {"MOVE": "新 >= 5 件 weight 20 when 收入 >= 5 万元 n/a ", "SINCE": "total 100 "}
NOT_ALONE = {"ACTUALS", "REPORTED", "REASON"}


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("terminal", sorted(words_of_terminals()))
def test_a_template_can_be_read_once_it_is_filled(terminal: str, lang: Lang) -> None:
    behind = template(terminal, lang)
    if not behind or terminal in NOT_ALONE:
        return
    fillings = FILLED.get(terminal, ())
    for number, words in enumerate(fillings, 1):
        behind = re.sub(rf"\$\{{{number}:[^}}]*\}}|\${number}", words, behind)
    behind = re.sub(r"\$\{\d:([^}]*)\}", r"\1", behind).replace('"$1"', '"x"').replace("$1", "5")
    line = spelling(words_of_terminals()[terminal][0], lang) + behind
    is_clause = terminal in {"WEIGHT", "BY", "OVER", "BASIS", "NOTE", "CAP", "MISSING", "NA"} | {
        "WHEN",
        "ALLOW",
    }
    before = BEFORE.get(terminal, "新 >= 5 件 weight 20\n  " if is_clause else "")
    if terminal == "WEIGHT":
        before = "新 >= 5 件\n  "
    said = analyse_ruleset(text_named("a.ind", f"{before}{line}\n")).diagnostics
    assert [each.message.en for each in said if each.code.startswith("IND1")] == []
