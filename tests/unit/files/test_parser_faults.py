"""What parsers say is told in both languages, whatever is wrong with a text."""

import re

import pytest

from indicator_dsl.diagnostics import Collector
from indicator_dsl.files.json_values import json_value
from indicator_dsl.files.structured import actuals_from_toml
from indicator_dsl.source import SourceText

FOREIGN = re.compile(r"[A-Za-z]{3,}")


def said(collector: Collector) -> str:
    (found,) = collector.sorted()
    assert "IND403" == found.code
    return found.message.zh.replace("JSON", "").replace("TOML", "").replace("“x”", "")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"a": 1,}', "键名"),
        ("[1, 2", "“,”"),
        ('{"a" 1}', "“:”"),
        ('{"a": tru', "此处应有一个值"),
        ("{} {}", "多余的文字"),
        ('{"a": "x', "没有成对"),
        ('{"a": "\\q"}', "反斜杠"),
        ('{"a": "\x01"}', "控制字符"),
        ("[" * 100_000, "嵌套过深"),
    ],
    ids=range(9),
)
def test_json(text: str, words: str) -> None:
    collector = Collector()
    assert json_value(SourceText("x", text), collector, whole=str, decimal=str) is None
    told = said(collector)
    assert words in told
    assert not FOREIGN.search(told), told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a = ", "此处应有一个值"),
        ("a", "“=”"),
        ("[a", "“]”"),
        ("a = 1\na = 2", "写了两次"),
        ('a = "x', "没有成对"),
        ("a = [1 2]", "列表没有结束"),
        ("a = 1 2", "一行只能写一条"),
        ("= 3", "语法不正确"),
    ],
)
def test_toml(text: str, words: str) -> None:
    collector = Collector()
    assert actuals_from_toml(SourceText("x", text), collector) is None
    told = said(collector)
    assert words in told
    assert not FOREIGN.search(told), told
