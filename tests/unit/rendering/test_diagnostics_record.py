"""Diagnostics as plain data: positions from 1 in characters, and the schema that holds them."""

import json

import jsonschema
import pytest

from indicator_dsl import codes
from indicator_dsl.diagnostics import Label
from indicator_dsl.rendering import diagnostics_schema, diagnostics_to_dict
from indicator_dsl.source import Place, SourceText, Span
from indicator_dsl.wording import Text, same

SOURCE = SourceText("a.ind", "input 年办件量 件\n年办件量 >= 200000 天 weight 20\n")
AT = SOURCE.text.index("天")
DIAGNOSTICS = (
    codes.UNIT_MISMATCH.at(
        Place(SOURCE, Span(AT, AT + 1)),
        Label(Place(SOURCE, Span(0, 5)), Text("declared", "声明")),
        left="件",
        right="天",
        notes=(Text("one", "一"),),
        advice=same("年办件量 >= 200000 件 weight 20"),
        citation="《办法》第七条",
    ),
    codes.FILE_MISSING.of_file("b.act"),
)


def test_positions_count_characters_from_one() -> None:
    expected = {
        "code": "IND204",
        "name": "unit-mismatch",
        "severity": "error",
        "message": "“件”与“天”不是同一种计量",
        "file": "a.ind",
        "line": 2,
        "column": 16,
        "end_line": 2,
        "end_column": 17,
        "help": "年办件量 >= 200000 件 weight 20",
        "basis": "《办法》第七条",
        "notes": ["一"],
        "related": [
            {
                "file": "a.ind",
                "line": 1,
                "column": 1,
                "end_line": 1,
                "end_column": 6,
                "text": "声明",
            }
        ],
    }
    assert {"diagnostics": [expected]} == diagnostics_to_dict(DIAGNOSTICS[:1], "zh")


def test_without_a_place_the_positions_are_null() -> None:
    expected: dict[str, object] = {
        "code": "IND801",
        "name": "file-missing",
        "severity": "error",
        "message": "there is no file `b.act`",
        "file": "b.act",
        "line": None,
        "column": None,
        "end_line": None,
        "end_column": None,
        "help": "look at the spelling of the path",
        "basis": None,
        "notes": [],
        "related": [],
    }
    assert {"diagnostics": [expected]} == diagnostics_to_dict(DIAGNOSTICS[1:])


def test_the_schema_is_a_schema_and_holds_what_is_written() -> None:
    schema = diagnostics_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    written = json.loads(json.dumps(diagnostics_to_dict(DIAGNOSTICS)))
    jsonschema.Draft202012Validator(schema).validate(written)


@pytest.mark.parametrize(
    ("key", "wrong"),
    [
        ("code", "204"),
        ("name", "Unit Mismatch"),
        ("line", 0),
        ("line", None),
        ("severity", "bad"),
        ("notes", None),
    ],
)
def test_the_schema_refuses_what_is_not_promised(key: str, wrong: object) -> None:
    record = json.loads(json.dumps(diagnostics_to_dict(DIAGNOSTICS[:1])))
    record["diagnostics"][0][key] = wrong
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(diagnostics_schema()).validate(record)


def test_the_schema_asks_for_every_key() -> None:
    record = json.loads(json.dumps(diagnostics_to_dict(DIAGNOSTICS[:1])))
    for key in list(record["diagnostics"][0]):
        less = {k: v for k, v in record["diagnostics"][0].items() if k != key}
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.Draft202012Validator(diagnostics_schema()).validate({"diagnostics": [less]})
