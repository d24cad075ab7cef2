"""A ruleset printed in Chinese, and in English again, compiles to an equal ruleset."""

from hypothesis import given

from indicator_dsl.assets import rulesets
from indicator_dsl.syntax import print_ruleset
from indicator_dsl.wording import Lang
from tests.engine import read_ruleset, ruleset_of
from tests.strategies import Sheet, derived_sheets, sheets


def translated(text: str, lang: Lang) -> str:
    file, said = read_ruleset(text)
    assert () == said
    return print_ruleset(file, lang)


@given(sheets() | derived_sheets())
def test_any_sheet(sheet: Sheet) -> None:
    english = sheet.text("en")
    chinese = translated(english, "zh")
    assert sheet.text("zh") == chinese
    assert english == translated(chinese, "en")
    assert ruleset_of(english) == ruleset_of(chinese)


def test_every_shipped_ruleset() -> None:
    texts = [
        folder.joinpath("ruleset.ind").read_text(encoding="utf-8")
        for folder in rulesets().iterdir()
        if folder.is_dir()
    ]
    assert texts
    for text in texts:
        chinese = translated(text, "zh")
        english = translated(chinese, "en")
        assert chinese != english
        assert ruleset_of(text) == ruleset_of(chinese) == ruleset_of(english)
