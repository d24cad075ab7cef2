"""What is installed from the distribution works outside the checkout, shelves included."""

import os
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHELVES = ("grammars", "rulesets")
SCRIPTS = "Scripts" if os.name == "nt" else "bin"

LIST_SHELVES = """
from indicator_dsl.assets import grammars, rulesets

for shelf in (grammars(), rulesets()):
    print(shelf.name, *sorted(entry.name for entry in shelf.iterdir()))
"""


def output(*command: str | Path, cwd: Path, extra: Mapping[str, str] | None = None) -> str:
    """What the command prints, run without a path into the checkout."""
    kept = {name: text for name, text in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env={**kept, "PYTHONUTF8": "1", "COLUMNS": "100", **(extra or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


def shelf_listing() -> list[str]:
    """What the checkout holds, as LIST_SHELVES prints it."""
    return [
        " ".join([shelf, *sorted(path.name for path in (ROOT / shelf).glob("[!.]*"))])
        for shelf in SHELVES
    ]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the source distribution and not from the checkout."""
    folder = tmp_path_factory.mktemp("dist")
    output(sys.executable, "-m", "build", "--outdir", folder, ROOT, cwd=folder)
    (sdist,) = folder.glob("*.tar.gz")
    (wheel,) = folder.glob("*.whl")
    assert sdist.name.startswith("indicator_dsl-")
    return wheel


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment that holds the wheel and its dependencies, nothing else."""
    folder = tmp_path_factory.mktemp("environment")
    output(sys.executable, "-m", "venv", folder / "venv", cwd=folder)
    programs = folder / "venv" / SCRIPTS
    output(programs / "python", "-m", "pip", "install", "-q", wheel, cwd=folder)
    return programs


@pytest.mark.packaging
def test_the_wheel_holds_the_package_and_its_two_shelves_only(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}
    assert {"indicator_dsl", wheel.name.removesuffix("-py3-none-any.whl") + ".dist-info"} == tops
    assert "indicator_dsl/py.typed" in names
    assert [] == [name for name in names if name.endswith((".pyc", ".DS_Store"))]
    assert [] == [
        name for shelf in SHELVES for name in names if f"/{shelf}/" in name and ".py" in name
    ]


@pytest.mark.packaging
def test_the_installed_package_finds_its_shelves(environment: Path, tmp_path: Path) -> None:
    listing = output(environment / "python", "-I", "-c", LIST_SHELVES, cwd=tmp_path)
    assert shelf_listing() == listing.splitlines()


@pytest.mark.packaging
def test_the_shelves_are_found_inside_the_archive_too(
    wheel: Path, environment: Path, tmp_path: Path
) -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(wheel)!r})\n{LIST_SHELVES}\n"
        "import indicator_dsl.assets; print(indicator_dsl.assets.__file__)"
    )
    *listing, origin = output(environment / "python", "-I", "-c", code, cwd=tmp_path).splitlines()
    assert shelf_listing() == listing
    assert Path(origin) == wheel / "indicator_dsl" / "assets.py"


@pytest.mark.packaging
def test_the_installed_command_scores_a_shipped_ruleset(environment: Path, tmp_path: Path) -> None:
    command = environment / "indicator-dsl"
    assert "98.00" in output(command, "score", "chaoyang-window-2024", cwd=tmp_path)


RELATION = """
import duckdb
import indicator_dsl

ruleset = indicator_dsl.parse_ruleset("年办件量 >= 200000 件 weight 20 by ratio")
print(ruleset.evaluate_frame(duckdb.sql("SELECT '18万件' AS 年办件量")).fetchall())
"""
TESTED = """
import indicator_dsl
from hypothesis import given
from indicator_dsl.testing import from_ruleset

RULESET = indicator_dsl.load_ruleset("chaoyang-window-2024")


@given(from_ruleset(RULESET))
def test_a_score_is_bounded(actuals: object) -> None:
    assert RULESET.evaluate(actuals).bounds[1] <= 100
"""
# What each extra is for, as its user would try it; each begins with an installed program.
BATCH = ("indicator-dsl", "batch", "a.ind", "a.csv", "-o", "o.csv")
EXTRAS: dict[str, dict[tuple[str, ...], str]] = {
    "batch": {
        (*BATCH, "--engine", "duckdb"): "scored 2 rows in 1 file, 1 of them row by row",
        (*BATCH, "--engine", "polars"): "scored 2 rows in 1 file, 1 of them row by row",
        ("python", "-I", "relation.py"): "'18万件', Decimal('18.00')",
        ("indicator-dsl", "audit", "--batch", "long.csv", "-o", "audited"): "1",
    },
    "office": {("indicator-dsl", "fill", "chaoyang-window-2024", "-o", "f.xlsx"): "f.xlsx"},
    "lsp": {("indicator-dsl", "lsp"): ""},
    "mcp": {("indicator-dsl", "mcp"): ""},
    "testing": {("python", "-m", "pytest", "-q", "test_tried.py"): "1 passed"},
}


@pytest.mark.packaging
@pytest.mark.parametrize("extra", EXTRAS)
def test_an_extra_alone_is_enough_for_what_it_is_for(
    wheel: Path, tmp_path: Path, extra: str
) -> None:
    programs = tmp_path / "venv" / SCRIPTS
    output(sys.executable, "-m", "venv", tmp_path / "venv", cwd=tmp_path)
    output(programs / "python", "-m", "pip", "install", "-q", f"{wheel}[{extra}]", cwd=tmp_path)
    desk = tmp_path / "desk"
    desk.mkdir()
    (desk / "a.ind").write_text("年办件量 >= 200000 件 weight 20\n", encoding="utf-8")
    (desk / "a.csv").write_text("年办件量\n18万件\n180000\n", encoding="utf-8")
    rows = "t,年办件量,≥200件,180件,20,20\n"
    head = "table,indicator,target,actual,weight,score\n"
    (desk / "long.csv").write_text(head + rows, encoding="utf-8")
    (desk / "relation.py").write_text(RELATION, encoding="utf-8")
    (desk / "test_tried.py").write_text(TESTED, encoding="utf-8")
    for (program, *words), said in EXTRAS[extra].items():
        assert said in output(programs / program, *words, cwd=desk)


def test_an_installation_without_its_shelves_says_so(tmp_path: Path) -> None:
    package = tmp_path / "indicator_dsl"
    package.mkdir()
    (package / "__init__.py").touch()
    shutil.copy(ROOT / "indicator_dsl" / "assets.py", package)
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n"
        "from indicator_dsl import assets\n"
        "try:\n    assets.grammars()\n"
        "except assets.ShelfMissing as missing:\n    print(missing.shelf, missing)"
    )
    said = output(sys.executable, "-I", "-c", code, cwd=tmp_path)
    assert "grammars indicator_dsl was installed without its 'grammars' folder\n" == said


def test_the_extra_dev_and_the_group_dev_are_one_list() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extra: list[str] = project["project"]["optional-dependencies"]["dev"]
    assert extra == project["dependency-groups"]["dev"]
    assert [] == [requirement for requirement in extra if "==" not in requirement]
