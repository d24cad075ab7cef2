"""`python -m indicator_dsl`: the command line. Holds nothing else."""

from indicator_dsl.cli import main

main()
