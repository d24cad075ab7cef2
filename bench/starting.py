"""Fresh processes of this Python: importing, scoring a first rule, the command from cold.

Each is held against a process that does nothing; no process outlives its timing.
"""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from bench.measuring import Figure, Work, measured
from indicator_dsl import load_ruleset
from indicator_dsl.files import compiled_text

ROOT: Final = Path(__file__).parents[1]
LONG_ENOUGH: Final = 0.1  # seconds; a bare process is short and uneven, so several make one timing
BARE: Final = ("-c", "pass")
IMPORT: Final = ("-c", "import indicator_dsl")
FIRST_RULE: Final = (
    "-c",
    "import indicator_dsl as d; d.indicator('办件量 >= 200000 件 weight 20').evaluate('180000件')",
)
# What the installed command runs.
COMMAND: Final = ("-c", "from indicator_dsl.cli import main; main()")
SCORE: Final = (*COMMAND, "score", "chaoyang-window-2024", "--lang", "zh")
COMPILED: Final = "import indicator_dsl as d; d.load_ruleset({!r}).evaluate({{}}).bounds"


def process(arguments: tuple[str, ...], scratch: str) -> None:
    """Nothing, once a fresh Python has run to its end with these arguments.

    Args:
        arguments: What follows the interpreter's name.
        scratch: The folder for temporary files, and for what Python compiles: it is kept from one
            process to the next, as it is for users, whatever this machine is set to.

    Raises:
        CalledProcessError: when it does not end well.
    """
    temporary = dict.fromkeys(("TMPDIR", "TEMP", "TMP", "PYTHONPYCACHEPREFIX"), scratch)
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(  # noqa: S603 - this interpreter, with the arguments written above
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**environment, **temporary, "PYTHONUTF8": "1"},
        stdout=subprocess.DEVNULL,
        check=True,
    )


def figures(*, repetitions: int, long_enough: float = LONG_ENOUGH) -> tuple[Figure, ...]:
    """What a fresh process costs.

    Args:
        repetitions: At least 1.
        long_enough: Seconds that a timing should last.
    """
    with TemporaryDirectory() as scratch:
        compiled = Path(scratch) / "window.indc"
        text = compiled_text(load_ruleset("chaoyang-window-2024").model)
        compiled.write_text(text, encoding="utf-8")

        def kept(arguments: tuple[str, ...]) -> Work:
            return lambda: process(arguments, scratch)

        works: tuple[tuple[str, Work], ...] = (
            ("import indicator_dsl", kept(IMPORT)),
            ("import attrs, no more", kept(("-c", "import attrs"))),
            ("a first indicator(…).evaluate(…)", kept(FIRST_RULE)),
            ("a first record by a .indc", kept(("-c", COMPILED.format(str(compiled))))),
            ("indicator-dsl score chaoyang-window-2024", kept(SCORE)),
        )
        return tuple(
            measured(
                work,
                ("bare Python", kept(BARE)),
                repetitions=repetitions,
                long_enough=long_enough,
            )
            for work in works
        )
