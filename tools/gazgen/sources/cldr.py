"""Reads CLDR: names of territories and regions in many languages, codes, the hierarchy of M49 regions, and UN membership."""

import json


class Cldr:
    tag = "cldr48"

    def __init__(self, work):
        self.names_at = work / "npm" / "cldr-localenames-full" / "main"
        self.core_at = work / "npm" / "cldr-core" / "supplemental"
        self.cache = {}

    def _core(self, name):
        with open(self.core_at / f"{name}.json", encoding="utf-8") as file:
            return json.load(file)["supplemental"][name]

    def names(self, language):
        """Maps each code to its name, including keys such as `HK-alt-short`."""
        if language not in self.cache:
            with open(self.names_at / language / "territories.json", encoding="utf-8") as file:
                data = json.load(file)["main"][language]
            self.cache[language] = data["localeDisplayNames"]["territories"]
        return self.cache[language]

    def variants(self, language, code):
        """Returns all names for a code in one language, the default name first."""
        names = self.names(language)
        keys = [code] + sorted(name for name in names if name.startswith(f"{code}-alt-"))
        return [names[name] for name in keys if name in names]

    def english_everywhere(self, code):
        """Returns the names for a code in all English locales."""
        found = set()
        for folder in self.names_at.glob("en*"):
            if folder.name in ("en-Dsrt", "en-Shaw") or not (folder / "territories.json").exists():
                continue
            found.update(self.variants(folder.name, code))
        return found

    def codes(self):
        """Maps each alpha-2 code to its alpha-3 code and number."""
        return {
            code: (entry.get("_alpha3"), entry.get("_numeric"))
            for code, entry in self._core("codeMappings").items()
        }

    def tree(self):
        """Maps each region number (or `UN`, `EU`) to its current members."""
        found = {}
        for code, entry in self._core("territoryContainment").items():
            if "-status-" not in code:
                found.setdefault(code, []).extend(entry["_contains"])
        for code, entry in self._core("territoryContainment").items():
            if code.endswith("-status-grouping") and code[:3].isdigit() and code[:3] != "001":
                found.setdefault(code[:3], []).extend(entry["_contains"])
        return found

    def members_of_the_un(self):
        return set(self.tree()["UN"])
