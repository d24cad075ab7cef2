"""Terms and readings as polars expressions. Decides nothing: the plan has said what is exact."""

from collections.abc import Mapping
from functools import reduce
from typing import Final

import polars as pl

from indicator_dsl.frames.sheet import state_column
from indicator_dsl.frames.sources import (
    ABSENT,
    APART,
    DAY_PARTS,
    DAY_PATTERN,
    LIMIT,
    MOST_DECIMALS,
    NEAR,
    NO,
    READ,
    YES,
    Amounts,
    Column,
    Emptiness,
    Kind,
    Labels,
    Reading,
    amount_pattern,
)
from indicator_dsl.frames.terms import (
    INT64_END,
    Compared,
    Condition,
    Every,
    Held,
    Named,
    Not,
    Null,
    Number,
    Pick,
    Product,
    Quotient,
    Some,
    Sum,
    Whole,
    Words,
)

_DAY_ONE: Final = 719_163  # the ordinal of 1970-01-01
_LAST_DAY: Final = 3_652_059  # of 9999-12-31

_KINDS: Final = {
    **dict.fromkeys((pl.String, pl.Categorical, pl.Enum), Kind.TEXT),
    **dict.fromkeys((pl.Date, pl.Datetime), Kind.DAY),
    pl.Boolean: Kind.TRUTH,
    pl.Null: Kind.EMPTY,
}


def column_of(name: str, dtype: pl.DataType) -> Column | None:
    """What a polars column holds; None when this room cannot read it."""
    if isinstance(dtype, pl.Decimal):
        return Column(name, Kind.DECIMAL, dtype.scale or 0)
    if dtype.is_integer() or dtype.is_float():
        return Column(name, Kind.WHOLE if dtype.is_integer() else Kind.FLOAT)
    kind = _KINDS.get(dtype.base_type())
    return None if kind is None else Column(name, kind)


def read(reading: Reading, source: pl.Expr, dtype: pl.DataType) -> list[pl.Expr]:
    """The number of a cell, 0 where there is none, and how it was read."""
    if reading.column.kind is Kind.TEXT:
        source = source.cast(pl.String)
    is_null = source.is_null()
    if reading.column.kind is Kind.TEXT:
        is_null = is_null | (source == "")
    number, is_read = _cell(reading, source, dtype)
    state = (
        pl.when(is_null)
        .then(pl.lit(ABSENT, pl.Int64))
        .when(is_read)
        .then(pl.lit(READ, pl.Int64))
        .otherwise(pl.lit(APART, pl.Int64))
    )
    read_number = pl.when(is_read).then(number).otherwise(pl.lit(0, pl.Int64))
    return [
        read_number.cast(pl.Int64).fill_null(0).alias(reading.target),
        state.alias(state_column(reading.target)),
    ]


def _cell(reading: Reading, source: pl.Expr, dtype: pl.DataType) -> tuple[pl.Expr, pl.Expr]:
    """The number of a cell, and where that is what the cell says."""
    nothing = pl.lit(0, pl.Int64), pl.lit(value=False)
    kind = reading.column.kind
    match reading:
        case Emptiness():
            return pl.lit(0, pl.Int64), pl.lit(value=True)
        case Labels():
            return _label(reading, source)
        case Amounts(is_day=True):
            if kind is Kind.TEXT:
                return _day_text(source)
            return _day(source, dtype) if kind is Kind.DAY else nothing
        case _:
            reader = {
                Kind.WHOLE: _whole,
                Kind.DECIMAL: _decimal,
                Kind.FLOAT: _float,
                Kind.TEXT: _text,
            }.get(kind)
            return nothing if reader is None else reader(reading, source)


def _whole(_reading: Amounts, source: pl.Expr) -> tuple[pl.Expr, pl.Expr]:
    is_read = source.is_between(-LIMIT, LIMIT)
    return pl.when(is_read).then(source).cast(pl.Int64), is_read


def _decimal(reading: Amounts, source: pl.Expr) -> tuple[pl.Expr, pl.Expr]:
    if reading.scale > MOST_DECIMALS:
        return pl.lit(0, pl.Int64), pl.lit(value=False)
    steps = source.to_physical()
    is_read = steps.is_between(pl.lit(-LIMIT, pl.Int128), pl.lit(LIMIT, pl.Int128))
    return pl.when(is_read).then(steps).cast(pl.Int64), is_read


def _float(reading: Amounts, source: pl.Expr) -> tuple[pl.Expr, pl.Expr]:
    x, scale = source.cast(pl.Float64), 10**reading.scale
    is_near = x.is_between(-(LIMIT // scale), LIMIT // scale)
    scaled = pl.when(is_near).then(x * float(scale))
    steps = (scaled + 0.5).floor()
    # Not by dividing: polars divides by a constant through its reciprocal.
    is_read = is_near & ((scaled - steps).abs() <= steps.abs() * NEAR)
    return pl.when(is_read).then(steps).cast(pl.Int64), is_read


def _text(reading: Amounts, source: pl.Expr) -> tuple[pl.Expr, pl.Expr]:
    """Plain digits, the whole and the decimals read as two whole numbers."""
    pattern = f"^{amount_pattern(reading)}$"
    parts = source.str.extract_groups(pattern)
    whole = parts.struct.field("2").cast(pl.Int64, strict=False)
    decimals = parts.struct.field("3").fill_null("").str.pad_end(reading.scale, "0")
    steps = whole * 10**reading.scale + decimals.cast(pl.Int64, strict=False)
    signed = pl.when(parts.struct.field("1") == "-").then(-steps).otherwise(steps)
    if not reading.is_count:
        return signed, whole.is_not_null()
    yes, no = source == YES, source == NO
    told = pl.when(yes).then(10**reading.scale).when(no).then(0).otherwise(signed)
    return told, yes | no | whole.is_not_null()


def _day_text(source: pl.Expr) -> tuple[pl.Expr, pl.Expr]:
    """Days as they are mostly written, where the calendar has them."""
    parts = source.str.extract_groups(f"^{DAY_PARTS}$")
    year, month, day = (parts.struct.field(n) for n in ("1", "2", "3"))
    padded = pl.concat_str(year, month.str.zfill(2), day.str.zfill(2), separator="-")
    found = padded.str.to_date("%Y-%m-%d", strict=False).to_physical().cast(pl.Int64) + _DAY_ONE
    return found, source.str.contains(f"^(?:{DAY_PATTERN})$") & found.is_not_null()


def _day(source: pl.Expr, dtype: pl.DataType) -> tuple[pl.Expr, pl.Expr]:
    if isinstance(dtype, pl.Datetime) and dtype.time_zone is not None:
        return pl.lit(0, pl.Int64), pl.lit(value=False)
    day = source.cast(pl.Date).to_physical().cast(pl.Int64) + _DAY_ONE
    return day, day.is_between(1, _LAST_DAY)


def _label(reading: Labels, source: pl.Expr) -> tuple[pl.Expr, pl.Expr]:
    cases: list[tuple[pl.Expr, int]] = []
    if reading.column.kind is Kind.TEXT:
        cases = [(source == label, place) for place, label in enumerate(reading.labels)]
    elif reading.column.kind is Kind.TRUTH:
        wanted = zip((source, ~source), reading.truths, strict=True)
        cases = [(is_so, place) for is_so, place in wanted if place is not None]
    number = pl.lit(None, pl.Int64)
    for is_so, place in reversed(cases):
        number = pl.when(is_so).then(pl.lit(place, pl.Int64)).otherwise(number)
    return number, number.is_not_null()


# ---- terms


def whole(term: Whole) -> pl.Expr:
    """A term as an Int64 column, worked out in 128 bits where its range asks for them."""
    if term.reach < INT64_END:
        return _whole_in(term, pl.Int64)
    found = _whole_in(term, pl.Int128)
    return found.cast(pl.Int64) if max(abs(term.low), abs(term.high)) < INT64_END else found


def _whole_in(term: Whole, dtype: type[pl.DataType]) -> pl.Expr:  # noqa: PLR0911 - one a term
    match term:
        case Number():
            return pl.lit(term.value, dtype)
        case Named():
            return pl.col(term.name).cast(dtype)
        case Sum():
            return _whole_in(term.left, dtype) + _whole_in(term.right, dtype)
        case Product():
            return _whole_in(term.left, dtype) * _whole_in(term.right, dtype)
        case Quotient():
            return _whole_in(term.above, dtype) // _whole_in(term.below, dtype)
        case Held():
            return _whole_in(term.term, dtype)
        case Pick():
            found = _whole_in(term.otherwise, dtype)
            for where, value in reversed(term.cases):
                found = pl.when(condition(where)).then(_whole_in(value, dtype)).otherwise(found)
            return found


def condition(found: Condition) -> pl.Expr:
    """A condition as a column of truths, never null."""
    match found:
        case Compared():
            width = pl.Int64 if max(found.left.reach, found.right.reach) < INT64_END else pl.Int128
            left, right = _whole_in(found.left, width), _whole_in(found.right, width)
            return {"<": left.lt, "<=": left.le, "=": left.eq}[found.sign](right)
        case Not():
            return ~condition(found.part)
        case Every():
            parts = [condition(part) for part in found.parts]
            return reduce(pl.Expr.and_, parts) if parts else pl.lit(value=True)
        case Some():
            parts = [condition(part) for part in found.parts]
            return reduce(pl.Expr.or_, parts) if parts else pl.lit(value=False)


def words(term: Words) -> pl.Expr:
    """Words as a column of text."""
    found = pl.lit(term.otherwise, pl.String)
    for where, said in reversed(term.cases):
        found = pl.when(condition(where)).then(pl.lit(said, pl.String)).otherwise(found)
    return found


def words_in_memory(term: Words) -> pl.Expr:
    """The same words, chosen by their places: a quarter of the time, but not in a stream."""
    said = tuple(dict.fromkeys([*(word for _, word in term.cases), term.otherwise]))
    if len(said) == 1:
        return words(term)
    place = pl.lit(said.index(term.otherwise), pl.UInt32)
    for where, word in reversed(term.cases):
        place = pl.when(condition(where)).then(pl.lit(said.index(word), pl.UInt32)).otherwise(place)
    return pl.lit(pl.Series(said, dtype=pl.String)).gather(place)


def points(term: Null) -> pl.Expr:
    """Points as an Int64 column, null where they are not known."""
    found = whole(term.term)
    if term.known == Every(()):
        return found
    return pl.when(condition(term.known)).then(found).otherwise(pl.lit(None, pl.Int64))


def types_of(schema: Mapping[str, pl.DataType]) -> dict[str, Column | None]:
    """What every column of a schema holds."""
    return {name: column_of(name, dtype) for name, dtype in schema.items()}
