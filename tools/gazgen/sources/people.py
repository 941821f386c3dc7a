"""Reads Faker: given names and surnames of many countries. They show which places have the name of a person; no form is taken from Faker."""

import ast
import re

NAME = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]{2,}")


def names_of_people(work):
    """Returns all capitalised words in the lists of names. The files are Python code; they are parsed but not executed."""
    found = set()
    for path in sorted((work / "pypi" / "faker" / "providers" / "person").glob("*/__init__.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and NAME.fullmatch(node.value):
                found.add(node.value)
    return found
