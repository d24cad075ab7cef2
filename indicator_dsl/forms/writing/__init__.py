"""Reported forms written back: the official form as a workbook and as a document.

Decides no points.
"""

from indicator_dsl.forms.writing.pointing import PointedCell, PointedForm, pointed_form
from indicator_dsl.forms.writing.saving import (
    WRITTEN_ENDINGS,
    audited_form_content,
    is_writable,
    write_audited_form,
    write_filled_form,
)

__all__ = [
    "WRITTEN_ENDINGS",
    "PointedCell",
    "PointedForm",
    "audited_form_content",
    "is_writable",
    "pointed_form",
    "write_audited_form",
    "write_filled_form",
]
