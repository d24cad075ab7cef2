"""Sentences in two languages, and names as they are compared."""

import pytest

from indicator_dsl.wording import Text, joined, name_from_text, nearest, same


def test_a_text_speaks_either_language() -> None:
    text = Text("shortfall", "未达标")
    assert ("shortfall", "未达标", "shortfall") == (
        text.in_lang("en"),
        text.in_lang("zh"),
        str(text),
    )


def test_fields_speak_the_language_of_their_sentence() -> None:
    sentence = Text("{who} lost {n}", "{who}扣 {n}").filled(who=Text("it", "它"), n=2)
    assert Text("it lost 2", "它扣 2") == sentence


@pytest.mark.parametrize("words", ["{n}", "}", "{", "{0}", "{n.__class__}", "%s"])
def test_what_is_filled_in_is_never_a_template(words: str) -> None:
    assert f"`{words}`" == Text("`{n}`", "“{n}”").filled(n=words).en


def test_texts_are_joined_for_each_language() -> None:
    parts = [Text("a", "甲"), Text("b", "乙")]
    assert Text("a, b", "甲、乙") == joined(parts, en=", ", zh="、")
    assert Text("a b", "甲乙") == joined(tuple(parts))
    assert same("") == joined([])


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("  time \t in\u3000queue \n", "time in queue"),
        ("cafe\u0301", "caf\u00e9"),
        ("２号　线", "２号 线"),
        ("", ""),
        ("\u00a0", ""),
    ],
)
def test_a_name_as_it_is_compared(written: str, name: str) -> None:
    assert name == name_from_text(written)
    assert name == name_from_text(name)


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("年办件数", ("年办件量",)),
        ("年办件量", ("年办件量",)),
        ("完全不同", ()),
        ("", ()),
        ("满意度1", ("满意度", "满意度2", "满意度3")),
    ],
)
def test_at_most_three_near_names_the_nearest_first(word: str, near: tuple[str, ...]) -> None:
    known = ["年办件量", "满意度", "满意度2", "满意度3", "满意度44", "合格率"]
    assert len(near) == len(nearest(word, known))
    assert set(near) == set(nearest(word, known))
    assert near[:1] == nearest(word, known)[:1]
