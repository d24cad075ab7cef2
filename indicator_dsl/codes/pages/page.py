"""What a page about a code holds. Knows no code in particular and no layout."""

from typing import Literal

from attrs import frozen

from indicator_dsl.wording import Text

Kind = Literal[
    "ruleset", "sheet", "actuals", "csv", "json", "case", "score", "form", "file", "python"
]


@frozen(kw_only=True)
class Page:
    """Why a code exists, and the shortest input that shows it beside the same thing done right.

    `kind` says what `avoid` and `prefer` are: a ruleset's text, one that is also checked as a
    sheet, the text of actuals in their own language, as a table or as JSON, a case, a ruleset and
    actuals with a line `---` between them, a reported form as a table (text around it stands first,
    with a line `---` between them), a command (`#` starts a comment), or a line of Python.
    `why` is for the reader who meets the code. `summary` is the code's own message when not
    given; `related` names codes to look at too.
    """

    code: str
    kind: Kind = "ruleset"
    summary: Text | None = None
    why: Text
    avoid: str
    prefer: str
    related: tuple[str, ...] = ()
