"""Terms and readings as SQL text, written here from the same plan; one dialect is one value.

Every name and every text of the ruleset is quoted. Decides nothing about exactness.
"""

from attrs import frozen

from indicator_dsl.frames.dialects import Dialect
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


@frozen
class SqlWriter:
    """Writes terms in one dialect."""

    dialect: Dialect

    def name(self, name: str) -> str:
        """A quoted name.

        Example:
            >>> from indicator_dsl.frames.dialects import DUCKDB
            >>> SqlWriter(DUCKDB).name('a"b')
            '"a""b"'
        """
        quote = self.dialect.quote
        return quote + name.replace(quote, quote * 2) + quote

    def literal(self, text: str) -> str:
        """Text as a literal.

        Example:
            >>> from indicator_dsl.frames.dialects import DUCKDB, SPARK
            >>> SqlWriter(DUCKDB).literal("it's")
            "'it''s'"
            >>> SqlWriter(SPARK).literal("it's")
            "CAST(X'69742773' AS STRING)"
        """
        if any(each in text for each in self.dialect.unquoted):
            return self.dialect.bytes_as_text.format(text.encode("utf-8").hex())
        return "'" + text.replace("'", "''") + "'"

    # ---- cells

    def read(self, reading: Reading) -> list[tuple[str, str]]:
        """The number of a cell, 0 where there is none, and how it was read; by column."""
        source = self.name(reading.column.name)
        is_null = f"{source} IS NULL"
        if reading.column.kind is Kind.TEXT:
            source = f"CAST({source} AS {self.dialect.text})"
            is_null = f"({source} IS NULL OR {source} = '')"
        number, is_read = self._cell(reading, source)
        whole = self.dialect.whole
        zero, value = f"CAST(0 AS {whole})", f"CAST({number} AS {whole})"
        return [
            (
                reading.target,
                f"CASE WHEN {is_null} THEN {zero} WHEN {is_read} THEN {value} ELSE {zero} END",
            ),
            (
                state_column(reading.target),
                f"CASE WHEN {is_null} THEN {ABSENT} WHEN {is_read} THEN {READ} ELSE {APART} END",
            ),
        ]

    def _cell(self, reading: Reading, source: str) -> tuple[str, str]:
        nothing = "0", "FALSE"
        kind = reading.column.kind
        match reading:
            case Emptiness():
                return "0", "TRUE"
            case Labels():
                return self._label(reading, source)
            case Amounts(is_day=True):
                if kind is Kind.TEXT:
                    return self._day_text(source)
                if kind is not Kind.DAY:
                    return nothing
                day = self.dialect.day_number.format(source)
                return day, self.dialect.is_calendar_day.format(source)
            case _:
                readers = {
                    Kind.WHOLE: self._whole_cell,
                    Kind.DECIMAL: self._decimal,
                    Kind.FLOAT: self._float,
                    Kind.TEXT: self._text,
                }
                reader = readers.get(kind)
                return nothing if reader is None else reader(reading, source)

    def _whole_cell(self, _reading: Amounts, source: str) -> tuple[str, str]:
        return source, f"({source} BETWEEN -{LIMIT} AND {LIMIT})"

    def _decimal(self, reading: Amounts, source: str) -> tuple[str, str]:
        scale = reading.scale
        if scale > MOST_DECIMALS:
            return "0", "FALSE"
        digits = len(str(LIMIT))
        narrow = f"CAST({source} AS DECIMAL({digits}, {scale}))"
        most = f"CAST({LIMIT // 10**scale} AS DECIMAL({digits}, {scale}))"
        steps = f"({narrow} * CAST({10**scale} AS DECIMAL({scale + 1}, 0)))"
        return steps, f"({source} > -{most} AND {source} < {most})"

    def _float(self, reading: Amounts, source: str) -> tuple[str, str]:
        double, scale = self.dialect.double, 10**reading.scale
        scaled = f"(CAST({source} AS {double}) * CAST({scale} AS {double}))"
        steps = self.dialect.floor.format(f"{scaled} + CAST(0.5 AS {double})")
        is_near = f"CAST({source} AS {double}) BETWEEN -{LIMIT // scale} AND {LIMIT // scale}"
        near = f"abs({scaled} - {steps}) * CAST({round(1 / NEAR)} AS {double}) <= abs({steps})"
        return steps, f"({is_near} AND {near})"

    def _text(self, reading: Amounts, source: str) -> tuple[str, str]:
        """Plain digits, the whole and the decimals read as two whole numbers."""
        pattern = self.literal(self.dialect.whole_text.format(amount_pattern(reading)))
        sign, whole, decimals = (
            self.dialect.group.format(source, pattern, group) for group in (1, 2, 3)
        )
        scale, kind = reading.scale, self.dialect.whole
        padded = f"rpad({decimals}, {scale}, '0')" if scale else "'0'"
        steps = (
            f"({self.dialect.try_cast.format(whole, kind)} * {10**scale}"
            f" + {self.dialect.try_cast.format(padded, kind)})"
        )
        signed = f"CASE WHEN {sign} = '-' THEN -{steps} ELSE {steps} END"
        is_number = self.dialect.matches.format(source, pattern)
        if not reading.is_count:
            return signed, is_number
        yes, no = f"{source} = {self.literal(YES)}", f"{source} = {self.literal(NO)}"
        told = f"CASE WHEN {yes} THEN {10**scale} WHEN {no} THEN 0 ELSE {signed} END"
        return told, f"({yes} OR {no} OR {is_number})"

    def _day_text(self, source: str) -> tuple[str, str]:
        """Days as they are mostly written, where the calendar has them."""
        parts = self.literal(self.dialect.whole_text.format(DAY_PARTS))
        year, month, day = (self.dialect.group.format(source, parts, n) for n in (1, 2, 3))
        padded = f"concat({year}, '-', lpad({month}, 2, '0'), '-', lpad({day}, 2, '0'))"
        found = self.dialect.try_cast.format(padded, "DATE")
        pattern = self.literal(self.dialect.whole_text.format(DAY_PATTERN))
        is_written = self.dialect.matches.format(source, pattern)
        return self.dialect.day_number.format(found), f"({is_written} AND {found} IS NOT NULL)"

    def _label(self, reading: Labels, source: str) -> tuple[str, str]:
        if reading.column.kind is Kind.TEXT:
            cases = [
                (f"{source} = {self.literal(each)}", n) for n, each in enumerate(reading.labels)
            ]
        elif reading.column.kind is Kind.TRUTH:
            wanted = zip((source, f"NOT {source}"), reading.truths, strict=True)
            cases = [(is_so, place) for is_so, place in wanted if place is not None]
        else:
            cases = []
        if not cases:
            return "0", "FALSE"
        told = " ".join(f"WHEN {is_so} THEN {place}" for is_so, place in cases)
        return f"CASE {told} END", "(" + " OR ".join(is_so for is_so, _ in cases) + ")"

    # ---- terms

    def whole(self, term: Whole) -> str:
        """A term, worked out in the wide type where its range asks for it."""
        is_wide = term.reach >= INT64_END
        found = self._whole(term, is_wide=is_wide)
        if is_wide and max(abs(term.low), abs(term.high)) < INT64_END:
            return f"CAST({found} AS {self.dialect.whole})"
        return found

    def _whole(self, term: Whole, *, is_wide: bool) -> str:  # noqa: PLR0911 - one a term
        kind = self.dialect.wide if is_wide else self.dialect.whole
        match term:
            case Number():
                return f"CAST({term.value} AS {kind})"
            case Named():
                return (
                    f"CAST({self.name(term.name)} AS {kind})" if is_wide else self.name(term.name)
                )
            case Sum():
                left, right = (self._whole(e, is_wide=is_wide) for e in (term.left, term.right))
                return f"({left} + {right})"
            case Product():
                left, right = (self._whole(e, is_wide=is_wide) for e in (term.left, term.right))
                return f"({left} * {right})"
            case Quotient():
                parts = (self._whole(e, is_wide=is_wide) for e in (term.above, term.below))
                divide = self.dialect.divide_wide if is_wide else self.dialect.divide
                return divide.format(*parts)
            case Held():
                return self._whole(term.term, is_wide=is_wide)
            case Pick():
                cases = " ".join(
                    f"WHEN {self.condition(where)} THEN {self._whole(value, is_wide=is_wide)}"
                    for where, value in term.cases
                )
                return f"CASE {cases} ELSE {self._whole(term.otherwise, is_wide=is_wide)} END"

    def condition(self, found: Condition) -> str:
        """A condition, never null."""
        match found:
            case Compared():
                is_wide = max(found.left.reach, found.right.reach) >= INT64_END
                left = self._whole(found.left, is_wide=is_wide)
                return f"({left} {found.sign} {self._whole(found.right, is_wide=is_wide)})"
            case Not():
                return f"(NOT {self.condition(found.part)})"
            case Every():
                return self._joined(" AND ", found.parts, "TRUE")
            case Some():
                return self._joined(" OR ", found.parts, "FALSE")

    def _joined(self, word: str, parts: tuple[Condition, ...], empty: str) -> str:
        return "(" + word.join(self.condition(part) for part in parts) + ")" if parts else empty

    def words(self, term: Words) -> str:
        """Words, null where the term has none."""
        if not term.cases:
            return self._said(term.otherwise)
        cases = " ".join(
            f"WHEN {self.condition(where)} THEN {self._said(said)}" for where, said in term.cases
        )
        return f"CASE {cases} ELSE {self._said(term.otherwise)} END"

    def _said(self, said: str | None) -> str:
        return f"CAST(NULL AS {self.dialect.text})" if said is None else self.literal(said)

    def points(self, term: Null, places: int, digits: int, *, whole_numbers: bool) -> str:
        """Points as a DECIMAL of that many digits and places, null where they are not known."""
        value = self.whole(term.term)
        if not whole_numbers:
            room = len(str(max(abs(term.term.low), abs(term.term.high), 1)))
            step = f"0.{'1'.zfill(places)}" if places else "1"
            value = (
                f"CAST(CAST({value} AS DECIMAL({room}, 0))"
                f" * CAST({step} AS DECIMAL({places + 1}, {places}))"
                f" AS DECIMAL({digits}, {places}))"
            )
        if term.known == Every(()):
            return value
        return f"CASE WHEN {self.condition(term.known)} THEN {value} END"
