"""A file is there whole or not at all; what stopped writers left behind is removed."""

import os
from pathlib import Path

import pytest

from indicator_dsl.frames.workplaces import swept, workplace


def test_a_file_takes_its_place_once_it_is_written(tmp_path: Path) -> None:
    target = tmp_path / "区" / "a.csv"
    with workplace(target) as beside:
        beside.write_text("whole", encoding="utf-8")
        (beside.parent / "spill").mkdir()
        assert not target.exists()
    assert "whole" == target.read_text(encoding="utf-8")
    assert [target] == list(target.parent.iterdir())


def half_written(target: Path) -> None:
    with workplace(target) as beside:
        beside.write_text("half", encoding="utf-8")
        raise InterruptedError


def test_a_fault_leaves_what_was_there(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    target.write_text("before", encoding="utf-8")
    with pytest.raises(InterruptedError):
        half_written(target)
    assert [target] == list(tmp_path.iterdir())
    assert "before" == target.read_text(encoding="utf-8")


@pytest.mark.skipif(os.name != "posix", reason="needs a lock on folders")
def test_only_what_nobody_holds_is_removed(tmp_path: Path) -> None:
    left = tmp_path / ".indicator-dsl.old.part"
    left.mkdir()
    (left / "written.csv").write_text("half", encoding="utf-8")
    other = tmp_path / ".other.part"
    other.mkdir()
    with workplace(tmp_path / "a.csv") as beside:
        beside.write_text("whole", encoding="utf-8")
        swept(tmp_path)
        assert beside.exists()
    assert [other, tmp_path / "a.csv"] == sorted(tmp_path.iterdir())


def test_a_name_as_long_as_a_disk_takes_can_be_written(tmp_path: Path) -> None:
    target = tmp_path / f"{'表' * 83}.csv"  # 253 bytes; a disk takes 255
    with workplace(target) as beside:
        beside.write_text("whole", encoding="utf-8")
    assert target.exists()
