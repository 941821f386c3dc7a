"""Builds the entries of the UN M49 regions: their names, their hierarchy, and the smallest regions that contain a territory."""

import re
import unicodedata

from labels import running
from tables import rows

WORLD = "001"
# Regions whose UN name denotes states rather than a region: "Australia and New Zealand".
NAMES_OF_STATES = {"053"}


def slug(name):
    """Returns the name in lower-case ASCII letters and digits, with hyphens in place of all other characters."""
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
        """Returns the ids of the smallest regions that contain the territory or region."""
        containing = [number for number in self.codes if code in self.tree[number]]
        lowest = [n for n in containing if not any(other != n and self._contains(n, other) for other in containing)]
        return sorted(self.id(number) for number in lowest)

    def _contains(self, outer, inner):
        return any(part == inner or part in self.tree and self._contains(part, inner) for part in self.tree[outer])

    def build(self):
        reviewed = {}
        for number, kind, language, form in rows("regions"):
            reviewed.setdefault(number, []).append((kind, language, form))
        out = []
        for number in self.codes:
            entry = {"id": self.id(number), "type": "region", "name": {}, "alias": {}}
            sources = {self.cldr.tag}
            for language in ("en", "ru", "zh"):
                entry["name"][language] = running(self.cldr.names(language)[number], language)
            for kind, language, form in reviewed.get(number, []):
                if kind == "name":
                    entry["name"][language] = form
                elif form not in entry["alias"].setdefault(language, []):
                    entry["alias"][language].append(form)
            un_name = self.hdx.regions.get(number)
            if un_name and un_name != entry["name"]["en"] and number not in NAMES_OF_STATES:
                entry["alias"].setdefault("en", []).append(un_name)
                sources.add(self.hdx.tag)
            for language, forms in entry["alias"].items():
                entry["alias"][language] = sorted(set(forms))
            entry["ids"] = {"m49": number}
            entry["part_of"] = self.smallest(number)
            entry["src"] = {"by": "gazgen", "from": sorted(sources)}
            out.append(entry)
        return out
