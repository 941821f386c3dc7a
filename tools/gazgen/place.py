"""A city or division before its entry is built."""

from dataclasses import dataclass, field


@dataclass
class Place:
    """`near` are the names of the division, `known` marks places that are known worldwide, `rivals` maps a folded form to other places that have it."""

    type: str
    code: str
    number: str
    forms: list
    near: list
    population: int
    known: bool = False
    disputed: bool = False
    code_of_division: str = ""
    id: str = ""
    rivals: dict = field(default_factory=dict)
    tables: dict = field(default_factory=dict)
