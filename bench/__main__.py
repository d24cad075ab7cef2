"""`python -m bench`: every figure in one run, printed as one table.

Its exit status says only whether everything ran, never how fast.
"""

from argparse import ArgumentParser

from bench import compiling, records, starting
from bench.measuring import Figure
from bench.tables import machine, table


def all_figures(*, is_quick: bool) -> tuple[Figure, ...]:
    """Every figure, in the order of the table.

    Args:
        is_quick: Three repetitions of everything, and no text of 10,000 lines.
    """
    repetitions = 3 if is_quick else 15
    compiled = [compiling.figure(1_000, repetitions=repetitions)]
    if not is_quick:
        compiled.append(compiling.figure(10_000, repetitions=7))
    return (
        *compiled,
        *records.figures(repetitions=repetitions),
        *starting.figures(repetitions=repetitions),
    )


def main() -> None:
    """Runs what the command line asks for and prints the table."""
    parser = ArgumentParser(
        prog="python -m bench", description="What the library costs, as ratios."
    )
    parser.add_argument("--quick", action="store_true", help="fewer repetitions, no long text")
    figures = all_figures(is_quick=parser.parse_args().quick)
    print(machine())
    print()
    print(table(figures))


if __name__ == "__main__":
    main()
