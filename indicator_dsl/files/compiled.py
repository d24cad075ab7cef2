"""Compiled rulesets on disk (`.indc`): values as JSON, with a version and a fingerprint.

What a ruleset means is in the values; texts come along for whoever points into them.
"""

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from indicator_dsl import codes
from indicator_dsl.diagnostics import Collector
from indicator_dsl.files.reading import read_bytes
from indicator_dsl.files.values import Unfit, data_from_ruleset, ruleset_from_data
from indicator_dsl.model import Ruleset
from indicator_dsl.wording import Text

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path


COMPILED_SUFFIX: Final = ".indc"
_FORMAT: Final = "indicator-dsl compiled ruleset"
_VERSION: Final = 1

_NO_JSON: Final = Text("it is no JSON", "不是 JSON")
_OTHER: Final = Text("it is another kind of file", "不是这种文件")
_VERSION_OTHER: Final = Text(
    "it was made by a version that writes them differently", "由格式不同的另一版本生成"
)
_CHANGED: Final = Text(
    "what it holds is not what was written: damaged or changed by hand",
    "内容与写入时不符：已损坏或被改动",
)
_FIELD: Final = Text("{where} does not hold what it should", "{where} 的内容不符合要求")


def compiled_text(ruleset: Ruleset) -> str:
    """A ruleset as the text of a `.indc` file.

    Example:
        >>> from indicator_dsl import parse_ruleset
        >>> text = compiled_text(parse_ruleset("满意度 >= 95 % weight 10").model)
        >>> json.loads(text)["version"]
        1
    """
    content = _compact(data_from_ruleset(ruleset))
    head = f'"format":{json.dumps(_FORMAT)},"version":{_VERSION},"sha256":"{_hash(content)}"'
    return f'{{{head},\n"content":{content}}}\n'


def read_compiled(
    file: "Path | Traversable", collector: Collector, *, name: str = ""
) -> Ruleset | None:
    """The ruleset of a `.indc` file; None, with a diagnostic, when it cannot be read.

    Example:
        >>> from pathlib import Path
        >>> read_compiled(Path("no-such-file.indc"), Collector()) is None
        True
    """
    shown = name or str(file)
    content = read_bytes(file, collector, name=shown)
    if content is None:
        return None
    found = _ruleset_or_why(content)
    if isinstance(found, Text):
        collector.add(codes.COMPILED_UNFIT.of_file(shown, why=found))
        return None
    return found


def _ruleset_or_why(content: bytes) -> Ruleset | Text:
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        return _NO_JSON
    if not isinstance(found, dict) or found.get("format") != _FORMAT:
        return _OTHER
    if found.get("version") != _VERSION:
        return _VERSION_OTHER
    try:
        is_whole = found.get("sha256") == _hash(_compact(found.get("content")))
        return ruleset_from_data(found["content"]) if is_whole else _CHANGED
    except Unfit as fault:
        return _FIELD.filled(where=fault.where)
    except (ValueError, RecursionError):  # a half of a pair of characters; too deep
        return _CHANGED


def _compact(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _hash(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
