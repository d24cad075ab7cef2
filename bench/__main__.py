"""`python -m bench`: every figure in one run, then the library beside its peers, as tables.

Its exit status says only whether everything ran, never how fast.
"""

from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import cards, columns, compiling, growth, records, starting
from bench.measuring import Figure
from bench.peers import report
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
        *cards.figures(repetitions=repetitions),
        *starting.figures(repetitions=repetitions),
    )


def column_figures(*, rows: int, repetitions: int) -> tuple[Figure, ...]:
    """The figures of many sheets at once."""
    with TemporaryDirectory() as scratch:
        return columns.figures(rows=rows, repetitions=repetitions, scratch=Path(scratch))


def main() -> None:
    """Runs what the command line asks for and prints the table."""
    parser = ArgumentParser(
        prog="python -m bench", description="What the library costs, as ratios."
    )
    parser.add_argument("--quick", action="store_true", help="fewer repetitions, no long text")
    parser.add_argument(
        "--columns", type=int, metavar="ROWS", help="only many sheets at once: how many"
    )
    parser.add_argument(
        "--growth", nargs="*", metavar="ENGINE", help="only files of 10^3 to 10^7 sheets"
    )
    parser.add_argument(
        "--up-to", type=int, metavar="ROWS", default=growth.SIZES[-1], help="the largest of them"
    )
    asked = parser.parse_args()
    print(machine())
    print()
    if asked.growth is not None:
        sizes = [size for size in growth.SIZES if size <= asked.up_to]
        with TemporaryDirectory() as scratch:
            for found in growth.grown(asked.growth or growth.ENGINES, sizes, Path(scratch)):
                print(growth.row(found), flush=True)
        return
    if asked.columns is not None:
        repetitions = 3 if asked.quick else 7
        print(table(column_figures(rows=asked.columns, repetitions=repetitions)))
        wrong = columns.wrong_by_float(asked.columns)
        print(f"\nSheets that the float64 expression scores wrong: {wrong:,} of {asked.columns:,}")
        return
    print(table(all_figures(is_quick=asked.quick)))
    print(f"\nBeside other engines\n\n{report.told(is_quick=asked.quick)}")


if __name__ == "__main__":
    main()
