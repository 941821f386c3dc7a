"""Reads the tables that hold a person's decisions."""

from pathlib import Path

HERE = Path(__file__).parent


def rows(name):
    """The rows of a table, cut at tabs; comments and empty lines left out."""
    with open(HERE / f"{name}.tsv", encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line and not line.startswith("#"):
                yield line.split("\t")
