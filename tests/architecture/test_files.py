"""The tree keeps its shape: short files, plain data folders, names that say something."""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "indicator_dsl"
LONGEST = 300
SAYS_NOTHING = {"base", "common", "core", "helpers", "manager", "utils"}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def test_there_is_a_package_to_look_at() -> None:
    assert PACKAGE / "assets.py" in modules()


def test_every_file_of_the_package_is_short() -> None:
    lengths = {
        path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in modules()
    }
    assert {} == {name: length for name, length in lengths.items() if length >= LONGEST}


def test_grammars_and_rulesets_hold_no_python() -> None:
    # One such file would make the editable install fail, and rulesets are data.
    found = [path for room in ("grammars", "rulesets") for path in (ROOT / room).rglob("*.py*")]
    assert [] == found


def test_no_name_that_says_nothing() -> None:
    folders_and_files = {
        part
        for path in modules()
        for part in path.relative_to(PACKAGE).with_suffix("").parts
        if part != "__init__"
    }
    assert set() == folders_and_files & SAYS_NOTHING


def test_no_room_is_named_like_a_standard_module() -> None:
    rooms = {path.relative_to(PACKAGE).with_suffix("").parts[0] for path in modules()}
    assert set() == (rooms - {"__init__", "__main__"}) & sys.stdlib_module_names


def test_every_room_is_documented() -> None:
    silent = [
        path.relative_to(ROOT).as_posix()
        for path in modules()
        if not path.read_text(encoding="utf-8").startswith('"""')
    ]
    assert [] == silent
