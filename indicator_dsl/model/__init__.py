"""Rulesets, actuals and what they are made of, as frozen values.

Knows no text, no file and no score.
"""

from indicator_dsl.model.actuals import Actuals, Entry
from indicator_dsl.model.expressions import (
    AllOf,
    AnyOf,
    Comparison,
    Condition,
    Constant,
    Expression,
    Name,
    Negative,
    Operation,
    names_in,
)
from indicator_dsl.model.indicators import (
    Citation,
    Indicator,
    Judged,
    Measured,
    Method,
    MustExplain,
)
from indicator_dsl.model.rulesets import (
    Check,
    Derived,
    Grade,
    Grades,
    Input,
    Rounding,
    Ruleset,
    Section,
)
from indicator_dsl.model.targets import Bound, Level, Operator, Range, Scale

__all__ = [
    "Actuals",
    "AllOf",
    "AnyOf",
    "Bound",
    "Check",
    "Citation",
    "Comparison",
    "Condition",
    "Constant",
    "Derived",
    "Entry",
    "Expression",
    "Grade",
    "Grades",
    "Indicator",
    "Input",
    "Judged",
    "Level",
    "Measured",
    "Method",
    "MustExplain",
    "Name",
    "Negative",
    "Operation",
    "Operator",
    "Range",
    "Rounding",
    "Ruleset",
    "Scale",
    "Section",
    "names_in",
]
