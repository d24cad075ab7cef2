"""Sentences in both of the project's languages, and names as they are compared.

Holds no sentence of its own and knows no room.
"""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from attrs import frozen

__all__ = ["Lang", "Text", "joined", "name_from_text", "nearest", "same"]

Lang = Literal["en", "zh"]


@frozen
class Text:
    """One sentence in English and in Chinese; `str()` gives the English one.

    Example:
        >>> Text("shortfall", "未达标").in_lang("zh")
        '未达标'
    """

    en: str
    zh: str

    def in_lang(self, lang: Lang) -> str:
        """The sentence in one language."""
        return self.zh if lang == "zh" else self.en

    def filled(self, **fields: object) -> "Text":
        """The sentence with its `{places}` filled in.

        A `Text` among the fields speaks its own language.

        Example:
            >>> Text("{n} lost", "扣 {n}").filled(n=2).zh
            '扣 2'
        """
        en = {key: value.en if isinstance(value, Text) else value for key, value in fields.items()}
        zh = {key: value.zh if isinstance(value, Text) else value for key, value in fields.items()}
        return Text(self.en.format(**en), self.zh.format(**zh))

    def __str__(self) -> str:
        return self.en


def same(text: str) -> Text:
    """A text that reads alike in both languages: a name, a number, a line of the DSL.

    Example:
        >>> same("年办件量").en
        '年办件量'
    """
    return Text(text, text)


def joined(parts: "tuple[Text, ...] | list[Text]", *, en: str = " ", zh: str = "") -> Text:
    """Several texts as one, with a joint for each language.

    Example:
        >>> joined([same("a"), same("b")], en=", ", zh="、").zh
        'a、b'
    """
    return Text(en.join(part.en for part in parts), zh.join(part.zh for part in parts))


def nearest(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """At most three of the known words that are near enough to be meant, the nearest first.

    None when none is near.

    Example:
        >>> nearest("年办件数", ["年办件量", "满意度"])
        ('年办件量',)
    """
    from difflib import get_close_matches  # noqa: PLC0415 - few texts have a word to guess at

    return tuple(get_close_matches(word, list(known), n=3, cutoff=0.6))


@lru_cache(maxsize=1024)
def name_from_text(text: str) -> str:
    """A name as it is compared: trimmed, inner blanks single, in normal form C.

    Example:
        >>> name_from_text("  time   in queue ")
        'time in queue'
    """
    return " ".join(unicodedata.normalize("NFC", text).split())
