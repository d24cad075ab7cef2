"""Every room's doors lead where they say, and nothing is asked of a room that it does not have."""

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "indicator_dsl"
ROOMS = sorted(
    ".".join(path.parent.relative_to(ROOT).parts)
    for path in PACKAGE.rglob("__init__.py")
    if "_HOMES = {" in path.read_text(encoding="utf-8")
)


def test_there_are_rooms_to_look_at() -> None:
    assert {"indicator_dsl", "indicator_dsl.curves", "indicator_dsl.rendering"} <= set(ROOMS)


@pytest.mark.parametrize("name", ROOMS)
def test_each_door_leads_to_its_home(name: str) -> None:
    room = import_module(name)
    homes: dict[str, tuple[str, ...]] = room._HOMES  # noqa: SLF001
    doors = [door for names in homes.values() for door in names]
    assert set(doors) <= set(room.__all__)
    assert len(doors) == len(set(doors))
    for home, names in homes.items():
        for door in names:
            assert getattr(import_module(f"{name}.{home}"), door) is getattr(room, door)
    for door in room.__all__:
        assert getattr(room, door) is not None
    with pytest.raises(AttributeError, match="has no attribute 'nothing_here'"):
        room.nothing_here  # noqa: B018 - asking is the point


@pytest.mark.parametrize("name", ROOMS)
def test_no_door_is_called_like_a_module_beside_it(name: str) -> None:
    folder = ROOT.joinpath(*name.split("."))
    beside = {path.stem for path in folder.glob("*.py")} | {
        path.name for path in folder.iterdir() if path.is_dir()
    }
    homes: dict[str, tuple[str, ...]] = import_module(name)._HOMES  # noqa: SLF001
    assert set() == beside & {door for names in homes.values() for door in names}


@pytest.mark.parametrize("name", ROOMS)
def test_a_type_checker_sees_the_same_doors(name: str) -> None:
    path = ROOT.joinpath(*name.split("."), "__init__.py")
    tree = ast.parse(path.read_text(encoding="utf-8"))
    seen = {
        (node.module, alias.name)
        for branch in tree.body
        if isinstance(branch, ast.If)
        for node in branch.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    homes: dict[str, tuple[str, ...]] = import_module(name)._HOMES  # noqa: SLF001
    doors = {(f"{name}.{home}", door) for home, names in homes.items() for door in names}
    assert doors == seen


def test_nothing_is_imported_that_is_not_there() -> None:
    missing = [
        f"{path.relative_to(ROOT)}: {node.module}.{alias.name}"
        for folder in ("indicator_dsl", "tests", "bench")
        for path in sorted((ROOT / folder).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module in ROOMS
        for alias in node.names
        if not _is_there(node.module, alias.name)
    ]
    assert [] == missing


def _is_there(room: str, name: str) -> bool:
    try:
        getattr(import_module(room), name)
    except AttributeError:
        return (ROOT.joinpath(*room.split("."), f"{name}.py")).is_file() or (
            ROOT.joinpath(*room.split("."), name)
        ).is_dir()
    return True


def test_the_package_itself_loads_nothing_but_the_way_to_its_rooms() -> None:
    script = (
        "import sys; before = set(sys.modules); import indicator_dsl;"
        "print(sorted(m for m in set(sys.modules) - before if 'indicator' in m))"
    )
    told = subprocess.run(  # noqa: S603 - this interpreter
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert "['indicator_dsl', 'indicator_dsl.doors']\n" == told.stdout


def test_a_first_rule_needs_neither_lark_nor_rich_nor_click() -> None:
    script = (
        "import sys, indicator_dsl as d;"
        "d.indicator('年办件量 >= 200000 件 weight 20').evaluate('180000件');"
        "heavy = {'lark', 'rich', 'click', 'polars', 'indicator_dsl.rendering.cards'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    told = subprocess.run(  # noqa: S603 - this interpreter
        [sys.executable, "-X", "utf8", "-c", script], capture_output=True, text=True, check=True
    )
    assert "[]\n" == told.stdout
