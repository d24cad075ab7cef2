"""What shipped rulesets assume, in both languages, read once from `assumptions.toml`.

Any other sentence is its author's, and stays as it was written.
"""

import tomllib
from collections.abc import Mapping
from functools import cache

from indicator_dsl.assets import ruleset_text
from indicator_dsl.wording import Text, same


def in_both_languages(sentence: str) -> Text:
    """An assumption as both languages say it; itself in both where nobody translated it.

    Example:
        >>> in_both_languages("每迟 1 天扣 0.5 分，扣完为止").en
        '0.5 points are lost for every day late, down to nothing'
        >>> in_both_languages("按部门意见").en
        '按部门意见'
    """
    return _known().get(sentence) or same(sentence)


@cache
def _known() -> Mapping[str, Text]:
    listed = tomllib.loads(ruleset_text("assumptions.toml"))["said"]
    said = [Text(each["en"], each["zh"]) for each in listed]
    return {form: each for each in said for form in (each.en, each.zh)}
