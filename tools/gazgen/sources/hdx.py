"""Reads hdx-python-country: the short and formal country names of the United Nations (OCHA's country taxonomy)."""

import csv


class Hdx:
    tag = "hdx"

    def __init__(self, work):
        (path,) = (work / "pypi" / "hdx" / "location").glob("Countries*.csv")
        self.rows = {}
        self.regions = {}
        with open(path, encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                code = row["ISO 3166-1 Alpha 2-Codes"] or row["x Alpha2 codes"]
                if code and row["Deprecated"] != "Y":
                    self.rows[code] = row
                for kind in ("Region", "Sub-region", "Intermediate Region"):
                    number, name = row[f"{kind} Code"], row[f"{kind} Name"]
                    if number and name:
                        self.regions[number.zfill(3)] = name

    def _get(self, code, column):
        return self.rows.get(code, {}).get(column, "").strip()

    def m49(self, code):
        number = self._get(code, "m49 numerical code")
        return number.zfill(3) if number else None

    def formal(self, code):
        """Returns the formal English name."""
        return self._get(code, "English Formal")

    def short(self, code, language):
        """Returns the UN's short name: from the terminology column or, if that is empty, from the M49 column."""
        column = {"en": "English", "ru": "Russian", "zh": "Chinese", "fr": "French", "es": "Spanish", "ar": "Arabic"}
        name = column[language]
        return self._get(code, f"{name} Short") or self._get(code, f"M49 {name}")

    def all_names(self, code, language):
        """Returns all names in one language."""
        columns = {
            "en": ["English Short", "M49 English", "Preferred Term", "DGACM Alt Term", "ISO Alt Term"],
            "ru": ["Russian Short", "M49 Russian"],
            "zh": ["Chinese Short", "M49 Chinese"],
        }
        return [self._get(code, column) for column in columns[language] if self._get(code, column)]
