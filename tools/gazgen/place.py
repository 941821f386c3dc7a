"""Defines the record of a city or division, from which its entry is built."""

from dataclasses import dataclass, field


@dataclass
class Place:
    """A city or division.

    `near` contains the names of the division in which the place lies. `known` is true for places that are known worldwide. `rivals` maps a folded form to the other places
    with this form.
    """

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
