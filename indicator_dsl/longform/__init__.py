"""Long tables of indicators, one row an indicator: each table audited as the form it is.

May not judge by rules of its own: what it does not take from the audit of a form, it asks that for.
"""

from typing import TYPE_CHECKING

from indicator_dsl.doors import opened

if TYPE_CHECKING:
    from indicator_dsl.longform.auditor import Auditor
    from indicator_dsl.longform.cells import Cells, Sheet
    from indicator_dsl.longform.framing import AuditedFrame, audit_frame
    from indicator_dsl.longform.headings import ROLES, columns_by_role
    from indicator_dsl.longform.jobs import (
        LongBatch,
        LongProgress,
        long_files,
    )
    from indicator_dsl.longform.running import audit_long
    from indicator_dsl.longform.sums import form_of
    from indicator_dsl.longform.tallies import Tally, Worst
    from indicator_dsl.longform.verdicts import RowVerdict, Verdict
    from indicator_dsl.longform.whole import whole_verdict

__all__ = [
    "ROLES",
    "AuditedFrame",
    "Auditor",
    "Cells",
    "LongBatch",
    "LongProgress",
    "RowVerdict",
    "Sheet",
    "Tally",
    "Verdict",
    "Worst",
    "audit_frame",
    "audit_long",
    "columns_by_role",
    "form_of",
    "long_files",
    "whole_verdict",
]

_HOMES = {
    "auditor": ("Auditor",),
    "cells": ("Cells", "Sheet"),
    "framing": ("AuditedFrame", "audit_frame"),
    "headings": ("ROLES", "columns_by_role"),
    "jobs": ("LongBatch", "LongProgress", "long_files"),
    "running": ("audit_long",),
    "sums": ("form_of",),
    "tallies": ("Tally", "Worst"),
    "verdicts": ("RowVerdict", "Verdict"),
    "whole": ("whole_verdict",),
}


def __getattr__(name: str) -> object:
    return opened(__name__, name, _HOMES)
