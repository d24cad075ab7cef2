"""A clause of actuals that would otherwise be read as the end of its cell."""

import pytest

from indicator_dsl.syntax import EntryNode
from tests.engine import read_actuals

# what is written, the words marked, the line to paste (empty: only an example is given)
SWALLOWED = [
    ("甲 = 5 reported x", "reported x", ""),
    ("甲 = 5 reported", "reported", ""),
    ("甲 = reported x", "reported x", ""),
    ("甲 reported x", "reported x", ""),
    ("甲 = 5 件 自评 九 原因 “雨”", "自评 九", ""),
    ("甲 = 5 reported=9", "reported=9", "甲 = 5 reported 9"),
    ("甲 = 94 % 自评：9", "自评：9", "甲 = 94 % 自评 9"),
    ("甲 = 94 %；自评：9分", "自评：9分", "甲 = 94 % 自评 9"),
    ("甲 = 94 %，自评 9。", "，", "甲 = 94 % 自评 9"),
    ("甲 = 94 % Reported 9", "Reported", "甲 = 94 % reported 9"),
    ("甲 = 94 % reason 雨天  # 看", "雨天", '甲 = 94 % reason "雨天"  # 看'),
    ("甲 = 5 reported 3 reported 4", "reported 4", "甲 = 5 reported 3"),
    ('甲 = 5 reason "a" reason "b"', 'reason "b"', '甲 = 5 reason "a"'),
]


@pytest.mark.parametrize(("written", "marked", "pasted"), SWALLOWED)
def test_it_is_pointed_at(written: str, marked: str, pasted: str) -> None:
    _, said = read_actuals(f"乙 = 3\n{written}")
    (only,) = said
    assert only.place is not None
    assert (2, marked) == (only.place.start.line, only.place.text)
    assert only.name == ("keyword-case" if marked == "Reported" else "actual-not-understood")
    assert only.help is not None
    if pasted:
        assert (pasted, pasted) == (only.help.en, only.help.zh)
        assert () == read_actuals(pasted)[1]
    else:
        assert only.help.en.startswith("reported points are a number, for example: 甲 ")
        example = only.help.en.partition(": ")[2]
        assert () == read_actuals(example)[1]


@pytest.mark.parametrize(
    "cell",
    ["“雨天 自评 优”", "按自评 报告", "已完成，自评 优秀", "原因 不明", "unreported 3 times"],
)
def test_words_that_begin_no_clause_belong_to_the_cell(cell: str) -> None:
    file, said = read_actuals(f"甲 = {cell}")
    (entry,) = file.statements
    assert () == said
    assert isinstance(entry, EntryNode)
    assert entry.cell is not None
    assert cell.strip("“”") == entry.cell.text.strip("“”")
