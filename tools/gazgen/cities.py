"""Cities with at least 100,000 inhabitants that are not capitals."""

import re

from divisions import DISPUTED
from forms import key
from place import Place
from tables import rows

# Cities with fewer inhabitants than MIN_POPULATION are skipped. Cities with at least WELL_KNOWN inhabitants count as well known.
MIN_POPULATION = 100_000
WELL_KNOWN = 500_000


class Cities:
    def __init__(self, geonames, divisions):
        self.geonames, self.divisions = geonames, divisions
        self.spellings = {}
        for code, name, aliases in rows("city_names"):
            self.spellings[code, key(name)] = aliases.split("|")

    def places(self, taken):
        """Yields the cities, largest first. `taken` contains the GeoNames numbers of other entries; cities with these numbers are skipped."""
        used = set()
        for row in sorted(self.geonames.large(MIN_POPULATION), key=lambda row: -row["population"]):
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
                known=row["population"] >= WELL_KNOWN, disputed=division in DISPUTED, code_of_division=division,
            )
        for row_key in self.spellings.keys() - used:
            raise SystemExit(f"city_names.tsv: no city is called {row_key}")

    def _aliases(self, row, forms, used):
        """Yields the other spellings of a city from city_names.tsv. If several cities share the name, only the largest gets
        these spellings. Stops the program if GeoNames does not contain one of them."""
        known = {key(form) for form in row["alternatenames"]}
        for form in forms:
            row_key = (row["countrycode"], key(form))
            if row_key in self.spellings and row_key not in used:
                used.add(row_key)
                for alias in self.spellings[row_key]:
                    if key(alias) not in known:
                        raise SystemExit(f"city_names.tsv: GeoNames does not know {alias} as a name of {form}")
                    yield alias


def saints(form):
    """Returns the spellings of a name that begins with "Saint", or an empty list for any other name."""
    match = re.match(r"(St\.?|Saint) (.+)", form)
    return [f"{word} {match.group(2)}" for word in ("Saint", "St.", "St")] if match else []
