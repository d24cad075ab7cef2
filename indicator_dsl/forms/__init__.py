"""Reported forms in files: read from what offices send, written back filled in.

Decides no score.
"""

from typing import TYPE_CHECKING

from indicator_dsl.doors import opened

if TYPE_CHECKING:
    from indicator_dsl.forms.folders import form_files
    from indicator_dsl.forms.kinds import FORM_ENDINGS
    from indicator_dsl.forms.reading import (
        MOST_BYTES,
        forms_from_bytes,
        forms_from_text,
        read_forms,
    )
    from indicator_dsl.forms.words import indicator_heads, is_subtotal, is_total
    from indicator_dsl.forms.writing import (
        WRITTEN_ENDINGS,
        PointedCell,
        PointedForm,
        audited_form_content,
        is_writable,
        pointed_form,
        write_audited_form,
        write_filled_form,
    )

__all__ = [
    "FORM_ENDINGS",
    "MOST_BYTES",
    "WRITTEN_ENDINGS",
    "PointedCell",
    "PointedForm",
    "audited_form_content",
    "form_files",
    "forms_from_bytes",
    "forms_from_text",
    "indicator_heads",
    "is_subtotal",
    "is_total",
    "is_writable",
    "pointed_form",
    "read_forms",
    "write_audited_form",
    "write_filled_form",
]

_HOMES = {
    "folders": ("form_files",),
    "kinds": ("FORM_ENDINGS",),
    "reading": ("MOST_BYTES", "forms_from_bytes", "forms_from_text", "read_forms"),
    "words": ("indicator_heads", "is_subtotal", "is_total"),
    "writing": (
        "WRITTEN_ENDINGS",
        "PointedCell",
        "PointedForm",
        "audited_form_content",
        "is_writable",
        "pointed_form",
        "write_audited_form",
        "write_filled_form",
    ),
}


def __getattr__(name: str) -> object:
    return opened(__name__, name, _HOMES)
