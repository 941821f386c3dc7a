"""One city or division on its way to becoming an entry."""

from dataclasses import dataclass, field


@dataclass
class Place:
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
