"""Reported forms written back: the official form as a workbook and as a document.

Decides no points.
"""

from indicator_dsl.forms.writing.saving import (
    WRITTEN_ENDINGS,
    is_writable,
    write_audited_form,
    write_filled_form,
)

__all__ = ["WRITTEN_ENDINGS", "is_writable", "write_audited_form", "write_filled_form"]
