"""`python -m bench.peers`: the library and its peers side by side, as tables.

Its exit status says only whether everything ran.
"""

from argparse import ArgumentParser

from bench.peers.report import told
from bench.tables import machine

if __name__ == "__main__":
    parser = ArgumentParser(
        prog="python -m bench.peers", description="The library beside other engines."
    )
    parser.add_argument("--quick", action="store_true", help="fewer repetitions and sheets")
    is_quick = parser.parse_args().quick
    print(f"{machine()}\n")
    print(told(is_quick=is_quick))
