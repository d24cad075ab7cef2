"""What a stretch of text is for a reader's eye, in the words of Pygments and of TextMate."""

from enum import Enum
from typing import Final

from indicator_dsl.syntax import keyword_groups, words_of_terminals


class Kind(Enum):
    """What a stretch of text is; the value is its TextMate scope, without the language behind."""

    COMMENT = "comment.line.number-sign"
    HEADING = "entity.name.section"
    STATEMENT = "keyword.control"
    CLAUSE = "keyword.other"
    METHOD = "support.function"
    OPERATOR = "keyword.operator"
    VALUE = "constant.language"
    NAME = "entity.name.function"
    VARIABLE = "variable.other"
    LABEL = "entity.name.type"
    NUMBER = "constant.numeric"
    DATE = "constant.other.date"
    UNIT = "storage.type.unit"
    STRING = "string.quoted.double"
    CODE = "constant.other.code"
    PUNCTUATION = "punctuation.separator"


_OF_GROUPS: Final = {
    "statements": Kind.STATEMENT,
    "words inside statements": Kind.CLAUSE,
    "clauses of an indicator": Kind.CLAUSE,
    "methods": Kind.METHOD,
    "answers of a clause": Kind.VALUE,
    "values": Kind.VALUE,
    "actuals": Kind.CLAUSE,
    "operators": Kind.OPERATOR,
}


def kind_of_terminal(terminal: str) -> Kind:
    """The kind of a terminal that stands for a word of the language.

    Raises:
        KeyError: when it stands for none.

    Example:
        >>> kind_of_terminal("WEIGHT").name, kind_of_terminal("RATIO").name
        ('CLAUSE', 'METHOD')
    """
    return _OF_GROUPS[keyword_groups()[words_of_terminals()[terminal][0]]]
