"""Faker: given names and surnames of many countries, used to recognise places with the name of a person. No form is taken from it."""

import ast
import re

NAME = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]{2,}")


def names_of_people(work):
    """All capitalised words in the name lists. The files are parsed, not executed."""
    found = set()
    for path in sorted((work / "pypi" / "faker" / "providers" / "person").glob("*/__init__.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and NAME.fullmatch(node.value):
                found.add(node.value)
    return found
