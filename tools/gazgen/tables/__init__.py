"""Reads the tables of editorial decisions."""

from pathlib import Path

HERE = Path(__file__).parent


def rows(name):
    """Yields the rows of a table as lists of cells. Comments and empty lines are skipped."""
    with open(HERE / f"{name}.tsv", encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line and not line.startswith("#"):
                yield line.split("\t")
