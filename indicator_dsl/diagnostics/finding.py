"""What does not hold in what was achieved or reported, as data.

A finding is a question to an office, never a mistake of the ruleset's author.
"""

from attrs import frozen

from indicator_dsl.diagnostics.diagnostic import Severity
from indicator_dsl.values import Value
from indicator_dsl.wording import Lang, Text


@frozen(kw_only=True, eq=False, repr=False)
class Finding(Value):
    """One thing to ask about: what it is called, how grave, which line it speaks of.

    `indicator` is empty when the whole sheet is meant.
    """

    code: str
    name: str
    severity: Severity
    message: Text
    indicator: str = ""
    ask: Text | None = None

    def sentence(self, lang: Lang = "en") -> str:
        """The finding with its code, on one line.

        Example:
            >>> Finding(code="IND506", name="check-failed", severity=Severity.WARNING,
            ...         message=Text("spending exceeds the budget", "执行数超过预算数")).sentence()
            'IND506 check-failed: spending exceeds the budget'
        """
        return f"{self.code} {self.name}: {self.message.in_lang(lang)}"
