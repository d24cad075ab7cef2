"""A ruleset and its actuals as the page opens them, in its own language. Changes no meaning."""

from indicator_dsl.editor import edited, formatting_of, text_named
from indicator_dsl.page.questions import Record
from indicator_dsl.wording import Lang


def texts_record(ruleset: str, actuals: str, lang: Lang) -> Record:
    r"""Both texts, laid out with keywords in a language; one that cannot be read as it is.

    Example:
        >>> texts_record("年办件量 >= 5 件 weight 20\n", "", "zh")["ruleset"]
        '年办件量 >= 5 件 分值 20\n'
    """
    return {
        "ruleset": _laid_out(ruleset, lang, of_actuals=False),
        "actuals": _laid_out(actuals, lang, of_actuals=True),
    }


def _laid_out(text: str, lang: Lang, *, of_actuals: bool) -> str:
    source = text_named("", text)
    return edited(source.text, formatting_of(source, of_actuals=of_actuals, to=lang))
