"""Builds the page: `python web/build.py` makes web/dist, a folder of static files.

Needs Node 20 or newer, and the package indexes of Python and npm; what it makes needs neither.
"""

import argparse
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

WEB: Final = Path(__file__).resolve().parent
ROOT: Final = WEB.parent
BUILD: Final = WEB / "build"
# The browser's Python, as the pinned release of pyodide has it.
PLATFORM: Final = ("--python-version", "3.14", "--implementation", "cp", "--abi", "cp314")
TAG: Final = "pyemscripten_2026_0_wasm32"
# What can not be reached in a browser.
LEFT_OUT: Final = (
    "indicator_dsl/cli/",
    "indicator_dsl/frames/",
    "indicator_dsl/longform/",
    "indicator_dsl/servers/",
    "indicator_dsl/testing/",
    "lark/__pyinstaller/",
    "lark/tools/",
)


def main() -> None:
    """Builds everything anew."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep-node", action="store_true", help="trust web/node_modules as it is")
    chosen = parser.parse_args()
    begun = time.monotonic()
    shutil.rmtree(BUILD, ignore_errors=True)
    (BUILD / "wheels").mkdir(parents=True)
    if not (chosen.keep_node and (WEB / "node_modules").is_dir()):
        run("npm", "ci", "--silent", folder=WEB)
    write_colours()
    gather_wheels()
    write_packages()
    run("node", "bundle.js", folder=WEB)
    size = sum(file.stat().st_size for file in (WEB / "dist").rglob("*") if file.is_file())
    say(f"web/dist: {size / 1e6:.1f} MB, {time.monotonic() - begun:.0f} s")


def write_colours() -> None:
    """The patterns of the colours, as the grammar has them now."""
    sys.path.insert(0, str(ROOT))
    from indicator_dsl.highlighting import Kind, browser_grammar  # noqa: PLC0415 - the checkout's

    scopes = ", ".join(f'"{kind.name.lower()}": "{kind.value}"' for kind in Kind)
    parts = (
        f'"ruleset": {browser_grammar()}',
        f'"actuals": {browser_grammar(of_actuals=True)}',
        f'"scopes": {{{scopes}}}',
    )
    (BUILD / "colours.json").write_text(f"{{{', '.join(parts)}}}\n", encoding="utf-8")


def gather_wheels() -> None:
    """The project's own wheel, and those it needs."""
    pip = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")
    wheels = str(BUILD / "wheels")
    run(*pip, "wheel", "--no-deps", "--wheel-dir", wheels, str(ROOT), folder=BUILD)
    wanted = ("--requirement", str(WEB / "requirements.txt"), "--dest", wheels)
    platform = (*PLATFORM, "--platform", TAG, "--only-binary", ":all:")
    run(*pip, "download", "--no-deps", *platform, *wanted, folder=BUILD)


def write_packages() -> None:
    """All wheels as one archive, without what a browser cannot use."""
    with zipfile.ZipFile(BUILD / "packages.zip", "w", zipfile.ZIP_STORED) as archive:
        for name, content in sorted(files_of_wheels()):
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)


def files_of_wheels() -> Iterator[tuple[str, bytes]]:
    """Every file that is kept, with its content."""
    for wheel in sorted((BUILD / "wheels").glob("*.whl")):
        with zipfile.ZipFile(wheel) as archive:
            for name in archive.namelist():
                is_kept = not name.startswith(LEFT_OUT) and not name.endswith((".pyi", "RECORD"))
                if is_kept and not name.endswith("/"):
                    yield name, archive.read(name)


def run(*command: str, folder: Path) -> None:
    """Runs a program; leaves with its exit status when it fails."""
    program = shutil.which(command[0])
    if program is None:
        say(f"{command[0]} is not installed")
        sys.exit(1)
    done = subprocess.run([program, *command[1:]], cwd=folder, check=False)  # noqa: S603 - named above
    if done.returncode:
        say(f"failed: {' '.join(command)}")
        sys.exit(done.returncode)


def say(words: str) -> None:
    """One line for whoever builds."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
