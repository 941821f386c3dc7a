"""Reads the hand-written gazetteer: the forms that its entries use, and the words that name a state. Does not change its files."""

import re
import tomllib
from pathlib import Path

from forms import key, text

FOLDER = Path(__file__).resolve().parents[2] / "data" / "gazetteer"
KINDS = ("name", "official", "alias", "abbr", "adj", "demonym")


def expand(form):
    """Returns all spellings of a form with braces. Groups such as {~a,b}, which should change together, are combined freely.
    This gives some spellings that do not exist, but they only make the check stricter."""
    group = re.search(r"\{~?([^{}]*)\}", form)
    if not group:
        return [form]
    parts = group.group(1).split(",")
    return [whole for part in parts for whole in expand(form[: group.start()] + part + form[group.end() :])]


def forms_of(entry, language=None):
    """Yields each form as (kind, form): the forms in one language or, if `language` is None, in all languages."""
    for kind in KINDS:
        for form_language, value in entry.get(kind, {}).items():
            for form in value if isinstance(value, list) else [value]:
                if language in (None, form_language):
                    yield kind, form


class Curated:
    def __init__(self, generated, folder=FOLDER):
        """Reads the hand-written entries. `generated` contains entries of this run, which are treated like hand-written ones."""
        self.entries = list(generated)
        for path in sorted(folder.glob("*/*.toml")):
            with open(path, "rb") as file:
                self.entries += tomllib.load(file).get("entity", [])
        self.types = {entry["id"]: entry["type"] for entry in self.entries if "type" in entry}
        self.owners = {}
        self.numbers = set()
        self.people = set()
        for entry in self.entries:
            self.numbers.add(entry.get("ids", {}).get("geonames"))
            if entry["id"] not in self.types:
                continue  # The entry extends a city or division that this run has not generated yet.
            for _, form in forms_of(entry):
                if self._is_shared_with_a_place(form):
                    continue
                for spelling in expand(text(form)):
                    self.owners.setdefault(key(spelling), set()).add(entry["id"])
            if entry.get("type") == "person":
                for _, form in forms_of(entry, "en"):
                    self.people.update(key(word) for word in text(form).split())

    def _is_shared_with_a_place(self, form):
        """Returns whether the form lists as a rival a city or division that this run will generate later. If so, that place keeps the form."""
        return isinstance(form, dict) and any(rival not in self.types for rival in form.get("rival", []))

    def country_of(self, name):
        """Returns the state in which the entity with this id lies, or None if its entry names no state."""
        for entry in self.entries:
            if entry["id"] == name and entry.get("country"):
                target = entry["country"][0]
                return target["of"] if isinstance(target, dict) else target
        return None

    def words_of_states(self):
        """Maps each state to its short English names and adjectives, preferred names first. Forms with conditions are left out."""
        words = {}
        for entry in self.entries:
            if not entry["id"].startswith("state."):
                continue
            found = words.setdefault(entry["id"], [])
            for kind, form in forms_of(entry, "en"):
                plain = text(form)
                if isinstance(form, dict) and ("rival" in form or "needs" in form):
                    continue
                if kind not in ("name", "alias", "abbr", "adj") or "{" in plain or len(plain.split()) > 2:
                    continue
                if kind == "alias" and len(plain.split()) == 2 and not plain[-1].isalpha():
                    continue
                found.append((("name", "adj", "abbr", "alias").index(kind), plain))
        return {name: [plain for _, plain in sorted(found, key=lambda pair: pair[0])] for name, found in words.items()}
