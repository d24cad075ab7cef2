"""What the parsers of JSON and TOML say of a text, in both languages. Knows no file."""

import re
from typing import Final

from indicator_dsl.wording import Text

_DEEP: Final = Text("it is nested too deeply", "嵌套过深")
_OTHER: Final = "语法不正确"
_SAID: Final = (
    (r"Expecting value|Invalid value", "此处应有一个值"),
    (r"Expecting property name enclosed in double quotes", "此处应有双引号括起的键名"),
    (r"Illegal trailing comma before end of .*", "末尾不应有逗号"),
    (r"Expecting '(.)' delimiter", "此处应有“{}”"),
    (r"Expected '(.)'.*", "此处应有“{}”"),
    (r"Extra data", "内容结束后还有多余的文字"),
    (r"Expected newline or end of document after a statement", "一行只能写一条"),
    (r"Unterminated string.*", "引号没有成对"),
    (r"Invalid control character at", "文本中有控制字符"),
    (r"Invalid \\.*|Unescaped '\\' in a string", "反斜杠的写法不正确"),
    (r"Unclosed array", "列表没有结束"),
    (r"Unclosed inline table", "花括号没有结束"),
    (r"Cannot overwrite a value|Cannot declare .* twice", "同一个键写了两次"),
    (r"NaN|-?Infinity", "{} 不是数"),
)


def fault_text(fault: Exception) -> Text:
    """What a parser's exception says.

    Example:
        >>> fault_text(ValueError("Expecting ',' delimiter")).zh
        '此处应有“,”'
        >>> fault_text(RecursionError()).en
        'it is nested too deeply'
    """
    return _DEEP if isinstance(fault, RecursionError) else words_text(str(fault))


def words_text(words: str) -> Text:
    """A parser's own English words, with Chinese ones beside them.

    Example:
        >>> words_text("Extra data").zh, words_text("Something new").zh
        ('内容结束后还有多余的文字', '语法不正确')
    """
    for pattern, told in _SAID:
        match = re.fullmatch(rf"(?:{pattern})(?: \(at end of document\))?", words)
        if match is not None:
            sign = match[1] if match.lastindex else match[0]
            return Text(words, told.replace("{}", sign))
    return Text(words, _OTHER)
