"""Cities of 100,000 inhabitants and more that are not among the capitals."""

import re

from divisions import DISPUTED
from forms import key
from place import Place
from tables import rows

LEAST = 100_000
KNOWN = 500_000


class Cities:
    def __init__(self, geonames, divisions):
        self.geonames, self.divisions = geonames, divisions
        self.other = {}
        for code, name, aliases in rows("city_names"):
            self.other[code, key(name)] = aliases.split("|")

    def places(self, taken):
        """`taken` are the numbers that stand in the capitals."""
        used = set()
        for row in sorted(self.geonames.large(LEAST), key=lambda row: -row["population"]):
            number, code = str(row["geonameid"]), row["countrycode"]
            if number in taken:
                continue
            division = f"{code}.{row['admin1code']}"
            forms = [self.geonames.name(number, "en"), row["name"]]
            forms = [form for form in dict.fromkeys(forms) if form]
            forms += [alias for alias in self._aliases(row, forms, used)]
            forms += [saint for form in list(forms) for saint in saints(form)]
            yield Place(
                "city", code, number, forms, near=self.divisions.near(division), population=row["population"],
                known=row["population"] >= KNOWN, disputed=division in DISPUTED, code_of_division=division,
            )
        for mark in self.other.keys() - used:
            raise SystemExit(f"city_names.tsv: no city {mark}")

    def _aliases(self, row, forms, used):
        """Other spellings from the table, for the largest city of that name; the package must have them too."""
        known = {key(form) for form in row["alternatenames"]}
        for form in forms:
            mark = (row["countrycode"], key(form))
            if mark in self.other and mark not in used:
                used.add(mark)
                for alias in self.other[mark]:
                    if key(alias) not in known:
                        raise SystemExit(f"city_names.tsv: GeoNames has no {alias} for {form}")
                    yield alias


def saints(form):
    match = re.match(r"(St\.?|Saint) (.+)", form)
    return [f"{word} {match.group(2)}" for word in ("Saint", "St.", "St")] if match else []
