"""The M49 regions of the world: names, tree, and the smallest region of each territory."""

import re
import unicodedata

from labels import running
from tables import rows

WORLD = "001"
# "Australia and New Zealand" is said of two states.
NAMES_OF_STATES = {"053"}


def slug(name):
    ascii_name = unicodedata.normalize("NFD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_name.lower()).strip("-")


class Regions:
    def __init__(self, cldr, hdx):
        self.cldr, self.hdx = cldr, hdx
        tree = cldr.tree()
        self.tree = {code: parts for code, parts in tree.items() if code.isdigit()}
        self.codes = sorted(code for code in self.tree if code != WORLD)

    def id(self, number):
        return f"region.{slug(self.cldr.names('en')[number])}"

    def _depth(self, number):
        below = [part for part in self.tree[number] if part in self.tree]
        return 1 + max((self._depth(part) for part in below), default=0)

    def smallest(self, code):
        """The regions with no smaller region between them and this one."""
        holders = [number for number in self.codes if code in self.tree[number]]
        lowest = [n for n in holders if not any(other != n and self._holds(n, other) for other in holders)]
        return sorted(self.id(number) for number in lowest)

    def _holds(self, outer, inner):
        return any(part == inner or part in self.tree and self._holds(part, inner) for part in self.tree[outer])

    def build(self):
        own = {}
        for number, kind, language, form in rows("regions"):
            own.setdefault(number, []).append((kind, language, form))
        out = []
        for number in self.codes:
            entry = {"id": self.id(number), "type": "region", "name": {}, "alias": {}}
            sources = {self.cldr.tag}
            for language in ("en", "ru", "zh"):
                entry["name"][language] = running(self.cldr.names(language)[number], language)
            for kind, language, form in own.get(number, []):
                if kind == "name":
                    entry["name"][language] = form
                elif form not in entry["alias"].setdefault(language, []):
                    entry["alias"][language].append(form)
            united = self.hdx.regions.get(number)
            if united and united != entry["name"]["en"] and number not in NAMES_OF_STATES:
                entry["alias"].setdefault("en", []).append(united)
                sources.add(self.hdx.tag)
            for language, forms in entry["alias"].items():
                entry["alias"][language] = sorted(set(forms))
            entry["ids"] = {"m49": number}
            entry["part_of"] = self.smallest(number)
            entry["src"] = {"by": "gazgen", "from": sorted(sources)}
            out.append(entry)
        return out
