"""Long tables in frames, audited for those who hold one. Calculates nothing."""

from collections.abc import Mapping
from typing import TypeVar

from indicator_dsl.diagnostics import Collector, RulesetError
from indicator_dsl.files import profile_called
from indicator_dsl.longform import AuditedFrame, audit_frame as audited

FrameT = TypeVar("FrameT")


def audit_frame(
    frame: FrameT, *, profile: str = "mof-2020", columns: Mapping[str, str] | None = None
) -> AuditedFrame[FrameT]:
    """A long table, one row an indicator: what each row and each table should have scored.

    Args:
        frame: Of polars, pandas or pyarrow, or a relation of DuckDB; a lazy one is worked out.
        profile: What supplies methods and scales: the id of a shipped ruleset, or a path.
        columns: Columns by their role (`table`, `name`, `target` …), where no head says it.

    Returns:
        `rows` and `tables` in the library the frame came in, and `tally`, the counts. Points are
        decimals, null while a row is open.

    Raises:
        FrameError: when the frame is no long table, or a package is missing.
        RulesetError: when there is no such profile, or it has errors.

    Example:
        >>> import polars as pl
        >>> frame = pl.DataFrame({"项目代码": ["A"], "指标名称": ["年办件量"], "指标值": ["≥200件"],
        ...                       "实际完成值": ["180件"], "分值": [20], "得分": [20]})
        >>> found = audit_frame(frame)
        >>> found.rows["earned"][0], found.tables["findings"][0]
        (Decimal('18.00'), 'IND701 IND704')
    """
    collector = Collector()
    found = profile_called(profile, collector)
    if found is None:
        raise RulesetError(collector.sorted())
    return audited(frame, found.name, found.library, columns)
