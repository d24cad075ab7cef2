"""A page as a PDF, by a browser of the machine. Reads and sends nothing else, and lays out nothing.

The browser is given one file in a folder of its own, and both are gone when it is done.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from indicator_dsl import codes
from indicator_dsl.diagnostics import Collector
from indicator_dsl.wording import Text

_SECONDS: Final = 90
_NAMES: Final = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
)
_ON_WINDOWS: Final = (
    "Microsoft/Edge/Application/msedge.exe",
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
)
_ON_MACOS: Final = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
_SILENT: Final = (
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-extensions",
    "--disable-sync",
    "--no-pdf-header-footer",
)


def pdf_from_page(
    page: str, collector: Collector, *, file: str, browser: str | None = None
) -> bytes | None:
    """The page as a PDF; None with a diagnostic when no browser made one.

    Args:
        page: A whole HTML document that needs nothing from elsewhere.
        collector: Gets IND871 when no browser is found, IND872 when it makes no PDF.
        file: What the PDF will be called, for the diagnostic.
        browser: A path or the name of a program; None to look for one.

    Example:
        >>> collector = Collector()
        >>> pdf_from_page("<p>", collector, file="a.pdf", browser="no-such-program")
        >>> collector.sorted()[0].code
        'IND871'
    """
    program = find_browser(browser)
    if program is None:
        named = Text("", "")
        if browser is not None:
            named = Text("; there is no `{en}`", "；没有“{zh}”").filled(en=browser, zh=browser)
        collector.add(codes.BROWSER_MISSING.of_file(file, named=named))
        return None
    with TemporaryDirectory(prefix="indicator-dsl-", ignore_cleanup_errors=True) as folder:
        made, why = _printed(program, page, Path(folder))
    if made is None:
        collector.add(codes.BROWSER_FAILED.of_file(file, browser=program, why=why))
    return made


def find_browser(named: str | None = None) -> str | None:
    """The path of a browser that can print; None when there is none.

    Args:
        named: A path or the name of a program, then only that; None for any that is known.
    """
    if named is not None:
        path = Path(named)
        return shutil.which(named) or (str(path.resolve()) if path.is_file() else None)
    return next(filter(None, (*map(shutil.which, _NAMES), *_usual_places())), None)


def _usual_places() -> Iterator[str]:
    places = list(_ON_MACOS) if sys.platform == "darwin" else []
    for variable in ("ProgramFiles", "ProgramFiles(x86)", "LocalAppData"):
        root = os.environ.get(variable) if sys.platform == "win32" else None
        places += [str(Path(root, each)) for each in _ON_WINDOWS] if root else []
    yield from (place for place in places if Path(place).is_file())


def _printed(program: str, page: str, folder: Path) -> tuple[bytes | None, Text]:
    """The PDF, or why there is none."""
    source, target = folder / "report.html", folder / "report.pdf"
    source.write_text(page, encoding="utf-8")
    # Browsers refuse to be the superuser's with their sandbox; this page runs nothing foreign.
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    words = [
        program,
        *_SILENT,
        *(["--no-sandbox"] if is_root else []),
        f"--user-data-dir={folder / 'profile'}",
        f"--print-to-pdf={target}",
        source.as_uri(),
    ]
    try:
        status = _run(words)
    except OSError as fault:
        why = fault.strerror or str(fault)
        return None, Text(why, why)
    if status is None:
        return None, Text(f"it took more than {_SECONDS} seconds", f"超过 {_SECONDS} 秒仍未完成")
    made = target.read_bytes() if target.is_file() else b""
    if not made.startswith(b"%PDF"):
        return None, Text(f"it ended with status {status}", f"退出状态为 {status}")
    return made, Text("", "")


def _run(words: list[str]) -> int | None:
    """The exit status of a program; None when it had to be ended, with all it started."""
    with subprocess.Popen(  # noqa: S603 - the user's own browser, every word ours
        words,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=sys.platform != "win32",
    ) as running:
        try:
            return running.wait(_SECONDS)
        except subprocess.TimeoutExpired:
            if sys.platform == "win32":
                running.kill()
            else:
                os.killpg(running.pid, signal.SIGKILL)
            return None
