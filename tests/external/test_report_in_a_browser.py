"""The report in a real browser: no wider than a telephone, printed with everything unfolded."""

import re
import subprocess
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Final, TypeAlias

import pytest

from indicator_dsl import load_actuals, load_ruleset, parse_actuals, parse_ruleset
from indicator_dsl.assets import rulesets
from indicator_dsl.diagnostics import Collector
from indicator_dsl.files import pdf_from_page
from tests.unit.rendering.test_golden_whole import ACTUALS, RULES, SO_FAR

External: TypeAlias = Callable[..., str]
pytestmark = pytest.mark.external

WORDS: Final = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
LONG: Final = "甲" * 120


def hall() -> str:
    actuals = load_actuals(str(rulesets() / "chaoyang-window-2024" / "actuals.act"))
    return load_ruleset("chaoyang-window-2024").evaluate(actuals).to_html("zh")


def pages() -> dict[str, str]:
    whole = parse_ruleset(RULES)
    awkward = parse_ruleset(f"{LONG} >= 100 {'箱' * 40} weight 10\n{'x' * 200} >= 1 件 weight 1")
    return {
        "hall": hall(),
        "whole": whole.evaluate(parse_actuals(ACTUALS)).to_html("zh"),
        "so far": whole.evaluate(parse_actuals(SO_FAR)).to_html("en"),
        "awkward": awkward.evaluate({LONG: f"3 {'箱' * 40}", "x" * 200: "9" * 300}).to_html("zh"),
    }


@pytest.fixture
def chromium(external: External) -> str:
    return external("chromium", "chromium-browser", "google-chrome")


def dumped(program: str, page: str, folder: Path) -> str:
    """The document after its scripts have run."""
    source = folder / "page.html"
    source.write_text(page, encoding="utf-8")
    done = subprocess.run(  # noqa: S603 - the browser under test
        [program, *WORDS, f"--user-data-dir={folder / 'profile'}", "--dump-dom", source.as_uri()],
        capture_output=True,
        check=True,
        timeout=120,
    )
    return done.stdout.decode()


@pytest.mark.parametrize("width", [320, 400, 768, 1280])
@pytest.mark.parametrize("name", ["hall", "whole", "so far", "awkward"])
def test_nothing_sticks_out(chromium: str, tmp_path: Path, name: str, width: int) -> None:
    frame = f'<iframe width="{width}" height="800" srcdoc="{escape(pages()[name])}"></iframe>'
    script = (
        "onload=function(){document.title='wide '+"
        "document.querySelector('iframe').contentDocument.documentElement.scrollWidth}"
    )
    shown = dumped(chromium, f"<meta charset=utf-8>{frame}<script>{script}</script>", tmp_path)
    found = re.search(r"<title>wide (\d+)</title>", shown)
    assert found is not None
    assert int(found[1]) <= width


def test_printed_with_everything_unfolded(
    chromium: str, external: External, tmp_path: Path
) -> None:
    collector = Collector()
    pdf = pdf_from_page(hall(), collector, file="r.pdf", browser=chromium)
    assert [] == list(collector.sorted())
    assert pdf is not None
    (tmp_path / "r.pdf").write_bytes(pdf)
    done = subprocess.run(  # noqa: S603 - reads what was printed
        [external("pdftotext"), "-layout", str(tmp_path / "r.pdf"), "-"],
        capture_output=True,
        check=True,
        timeout=60,
    )
    words = re.sub(r"\s", "", done.stdout.decode())
    assert "98.00" in words
    assert "10×80/100=8.00" in words  # a sum, folded on the screen
    facts = subprocess.run(  # noqa: S603
        [external("pdfinfo"), str(tmp_path / "r.pdf")],
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert "A4" in facts.stdout.decode()
