"""Whatever is in a sheet, printed in Chinese and in English it is the same ruleset."""

from hypothesis import given

from indicator_dsl.syntax import print_ruleset
from indicator_dsl.wording import Lang
from tests.cards import CardSheet, card_sheets
from tests.engine import read_ruleset, ruleset_of


def _translated(text: str, lang: Lang) -> str:
    file, said = read_ruleset(text)
    assert () == said
    return print_ruleset(file, lang)


@given(card_sheets() | card_sheets(nested=True))
def test_any_sheet(sheet: CardSheet) -> None:
    text = sheet.text()
    chinese = _translated(text, "zh")
    english = _translated(chinese, "en")
    assert chinese != english
    assert english == _translated(text, "en")
    assert ruleset_of(text) == ruleset_of(chinese) == ruleset_of(english)
