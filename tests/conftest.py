"""What every test may ask for: hypothesis profiles, a console that prints alike, golden files."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from rich.console import Console

pytest_plugins = ["pytester"]
GOLDEN = Path(__file__).parent / "golden"

# No deadlines: a busy machine is slow without being wrong.
settings.register_profile("dev", max_examples=25, deadline=None)
settings.register_profile(
    "ci",
    max_examples=100,
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "deep",
    max_examples=5_000,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(
    os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") == "true" else "dev")
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="rewrite the files in tests/golden with what the tests print now",
    )


@pytest.fixture
def console() -> Callable[..., Console]:
    """A maker of consoles; read one with `with shown.capture() as capture: …; capture.get()`."""

    def make(*, width: int = 80) -> Console:
        return Console(
            width=width,
            height=100,
            color_system=None,
            force_terminal=False,
            force_interactive=False,
            force_jupyter=False,
            legacy_windows=False,
            markup=False,
            highlight=False,
            emoji=False,
            _environ={},
        )

    return make


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with the file of that name in tests/golden."""
    update = bool(request.config.getoption("--update-golden"))

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        assert path.resolve().is_relative_to(GOLDEN.resolve()), f"{name} is not in tests/golden"
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            return
        if not path.is_file():
            pytest.fail(f"no golden file {name}; look at the text, then pytest --update-golden")
        assert path.read_text(encoding="utf-8") == text

    return compare


@pytest.fixture
def external() -> Callable[..., str]:
    """Finds a program from outside Python, by any of its names.

    A missing one skips the test, and fails it where REQUIRE_EXTERNAL=1 says that all are there.
    """

    def path_of(*names: str) -> str:
        found = next(filter(None, map(shutil.which, names)), None)
        if found is not None:
            return found
        missing = f"no {' or '.join(names)} on this machine"
        if os.environ.get("REQUIRE_EXTERNAL") == "1":
            pytest.fail(missing)
        pytest.skip(missing)

    return path_of
