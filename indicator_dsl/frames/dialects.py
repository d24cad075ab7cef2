"""What each SQL engine calls things. Holds words only; writing them is the writer's."""

from typing import Final

from attrs import frozen


@frozen(kw_only=True)
class Dialect:
    """One SQL engine; `{0}` and `{1}` stand for the arguments.

    `divide` and `divide_wide` must be whole-number division of numbers at least 0, never through a
    double. `whole_text` makes a regular expression match a whole text and nothing less. A text with
    one of the characters of `unquoted` is written as its bytes.
    """

    name: str
    quote: str
    text: str
    whole: str
    wide: str
    double: str
    divide: str
    divide_wide: str
    floor: str
    try_cast: str
    matches: str
    group: str
    whole_text: str
    day_number: str
    is_calendar_day: str
    unquoted: str = ""
    bytes_as_text: str = ""


_IS_CALENDAR_DAY: Final = "(CAST({0} AS DATE) BETWEEN DATE '0001-01-01' AND DATE '9999-12-31')"

DUCKDB: Final = Dialect(
    name="duckdb",
    quote='"',
    text="VARCHAR",
    whole="BIGINT",
    wide="HUGEINT",
    double="DOUBLE",
    divide="({0} // {1})",
    divide_wide="({0} // {1})",
    floor="floor({0})",
    try_cast="TRY_CAST({0} AS {1})",
    matches="regexp_full_match({0}, {1})",
    group="regexp_extract({0}, {1}, {2})",
    whole_text="{0}",
    day_number="(CAST({0} AS DATE) - DATE '1970-01-01' + 719163)",
    is_calendar_day=_IS_CALENDAR_DAY,
)

# `/` of Spark divides through a double, `div` does not and gives 64 bits. Its regular expressions
# are looked for anywhere in a text, and `$` stands before a last newline too. What a quote or a
# backslash means in a text is a setting there, and `${…}` is filled in before anything is read.
SPARK: Final = Dialect(
    name="spark",
    quote="`",
    text="STRING",
    whole="BIGINT",
    wide="DECIMAL(38, 0)",
    double="DOUBLE",
    divide="({0} div {1})",
    divide_wide="CAST({0} div {1} AS DECIMAL(38, 0))",
    floor="CAST(floor({0}) AS DOUBLE)",
    try_cast="TRY_CAST({0} AS {1})",
    matches="({0} RLIKE {1})",
    group="regexp_extract({0}, {1}, {2})",
    whole_text=r"\A(?:{0})\z",
    day_number="(datediff(CAST({0} AS DATE), DATE '1970-01-01') + 719163)",
    is_calendar_day=_IS_CALENDAR_DAY,
    unquoted="'\\$",
    bytes_as_text="CAST(X'{0}' AS STRING)",
)
