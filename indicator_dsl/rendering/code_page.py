"""What a code means, as a page. Knows only the catalogue."""

from indicator_dsl.codes import Code
from indicator_dsl.wording import Lang


def code_page_markdown(code: Code, lang: Lang = "en") -> str:
    """The page of one code in Markdown."""
    return f"# {code.code} {code.name}\n\n{code.message.in_lang(lang)}\n"
