"""Reported forms in files: read from whatever an office sends, and written back filled in.

Decides no score.
"""

from indicator_dsl.forms.writing import (
    WRITTEN_ENDINGS,
    is_writable,
    write_audited_form,
    write_filled_form,
)

__all__ = ["WRITTEN_ENDINGS", "is_writable", "write_audited_form", "write_filled_form"]
