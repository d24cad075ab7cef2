"""What formulas came to when a workbook was written.

For programs that show it and do not calculate; changes nothing else of the file.
"""

import io
import re
import zipfile
from collections.abc import Mapping
from fractions import Fraction
from typing import Final
from xml.sax.saxutils import escape

_FORM: Final = "xl/worksheets/sheet1.xml"
_CELL: Final = re.compile(
    r'<c r="(?P<at>[A-Z]+\d+)"(?P<rest>[^>]*)>(?P<formula><f>[^<]*</f>)<v ?/?>(?:</v>)?</c>'
)


def with_last_values(content: bytes, values: Mapping[str, Fraction | str]) -> bytes:
    """The workbook with the values of formulas on its first sheet, by the cell: `H12`.

    Args:
        content: An .xlsx file that openpyxl wrote.
        values: A text, or a number that a cell holds; formulas not among them stay without.

    Example:
        >>> import openpyxl
        >>> book = openpyxl.Workbook()
        >>> book.worksheets[0]["A1"] = "=20-2"
        >>> stream = io.BytesIO()
        >>> book.save(stream)
        >>> told = with_last_values(stream.getvalue(), {"A1": Fraction(18)})
        >>> openpyxl.load_workbook(io.BytesIO(told), data_only=True).worksheets[0]["A1"].value
        18
    """

    def told(match: re.Match[str]) -> str:
        value = values.get(match["at"])
        if value is None:
            return match[0]
        is_text = isinstance(value, str)
        text = escape(value) if isinstance(value, str) else _number(value)
        kind = ' t="str"' if is_text else ""
        rest = re.sub(r' t="[^"]*"', "", match["rest"])
        return f'<c r="{match["at"]}"{rest}{kind}>{match["formula"]}<v>{text}</v></c>'

    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            held = old.read(part)
            if part.filename == _FORM:
                held = _CELL.sub(told, held.decode()).encode()
            new.writestr(part, held)
    return stream.getvalue()


def _number(number: Fraction) -> str:
    return str(number.numerator) if number.denominator == 1 else repr(float(number))
