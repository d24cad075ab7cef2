"""Signs for screens that know them, plain ones for others, and nothing unseen on either."""

from io import BytesIO, StringIO, TextIOWrapper

import pytest
from rich.console import Console

from indicator_dsl.rendering.marks import PLAIN, SIGNS, marks_for


@pytest.mark.parametrize(
    ("encoding", "is_plain"),
    [("utf-8", False), ("UTF8", False), ("utf-16", False), ("cp936", True), ("gb18030", True)],
)
def test_signs_need_unicode(encoding: str, *, is_plain: bool) -> None:
    stream = TextIOWrapper(BytesIO(), encoding=encoding)
    assert is_plain == marks_for(Console(file=stream, legacy_windows=False)).is_plain


def test_an_old_windows_console_gets_plain_signs() -> None:
    assert marks_for(Console(file=StringIO(), legacy_windows=True)).is_plain


def test_plain_signs_are_in_the_code_pages_of_chinese_and_western_windows() -> None:
    text = PLAIN.shown("≥ ≤ × − ≈ … → · – 20 × (1 − 0.5) ≈ 10 → 年")
    assert ">= <= × - ~ ... -> · - 20 × (1 - 0.5) ~ 10 -> 年" == text
    assert text == text.encode("cp936").decode("cp936")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (">= 200000 件", "≥ 200000 件"),
        ("<= 80%", "≤ 80%"),
        ("> 95%", "> 95%"),
        ("= 4 次", "= 4 次"),
        ("定性 >=级", "定性 >=级"),
    ],
)
def test_a_target_s_operator_is_one_sign(text: str, shown: str) -> None:
    assert shown == SIGNS.target(text)
    assert text == PLAIN.target(text)


@pytest.mark.parametrize("hidden", ["\x1b[31m", "\u202e", "\u200b", "\n", "\r", "\x00", "\u2028"])
@pytest.mark.parametrize("marks", [SIGNS, PLAIN])
def test_nothing_unseen_is_shown(hidden: str, marks: object) -> None:
    shown = (SIGNS if marks is SIGNS else PLAIN).shown(f"年{hidden}办")
    assert shown.isprintable()
    assert f"<U+{ord(hidden[0]):04X}>" in shown
