"""Builds the entries of capitals from the table `capitals`, and links each capital to its country."""

from forms import key, text
from tables import rows

LANGUAGES = ("en", "ru", "zh")


class Capitals:
    def __init__(self, geonames, states):
        self.geonames = geonames
        self.states = {entry["ids"]["iso2"]: entry for entry in states}
        self.taken = {key(text(form)) for entry in states for form in self._forms(entry)}
        self.near = {}
        for code, language, words in rows("needs"):
            self.near[code, language] = words.split("|")

    def build(self):
        return [self._entry(*(row + [""] * 8)[:8]) for row in rows("capitals")]

    def _forms(self, entry):
        for kind in ("name", "official", "alias"):
            for language in LANGUAGES:
                value = entry[kind].get(language, [])
                yield from value if isinstance(value, list) else [value]

    def _entry(self, code, slug, number, english, russian, chinese, flags, aliases):
        flags = dict(part.partition("=")[::2] for part in flags.split(",") if part)
        guarded = flags.get("needs", "").split("+")
        entry = {"id": f"city.{slug}", "type": "city", "name": {}, "alias": {}}
        for language, form in zip(LANGUAGES, (english, russian, chinese)):
            if form:
                entry["name"][language] = self._form(form, code, language, guarded)
        for part in filter(None, aliases.split("|")):
            language, _, form = part.partition(":")
            entry["alias"].setdefault(language, []).append(self._form(form, code, language, guarded))
        entry["ids"] = {"geonames": self._checked(number, code, entry)} if number else {}
        if "free" not in flags:
            entry["country"] = [self.states[code]["id"]]
        if "free" not in flags and "city" not in flags:
            relation = {"of": entry["id"]}
            if "role" in flags:
                relation["role"] = flags["role"]
            self.states[code].setdefault("capital", []).append(relation)
        entry["src"] = {"by": "gazgen", "from": ["gn", "reviewed"] if number else ["reviewed"]}
        return entry

    def _form(self, form, code, language, guarded):
        if key(form) in self.taken:
            raise SystemExit(f"capitals.tsv: {form} is the name of a state or territory")
        if form == "Washington":
            return {"n": form, "before": ["George"], "after": ["Post", "State", "Times"]}
        if language in guarded:
            return {"n": form, "needs": self._needs(code, language)}
        return form

    def _needs(self, code, language):
        entry = self.states[code]
        forms = [entry["name"].get(language)] + entry["alias"].get(language, [])
        words = [text(form) for form in forms if form] + self.near.get((code, language), [])
        return list(dict.fromkeys(words))

    def _checked(self, number, code, entry):
        """Returns the GeoNames number. Stops the run if GeoNames gives another country or name for this number."""
        city = self.geonames.city(number)
        if not city or city["countrycode"] != code:
            raise SystemExit(f"capitals.tsv: GeoNames {number} is not in {code}")
        known = {key(form) for form in self.geonames.alternates(number) | {city["name"]}}
        known |= {key(self.geonames.name(number, language) or "") for language in LANGUAGES}
        names = {key(text(form)) for form in [*entry["name"].values(), *sum(entry["alias"].values(), [])]}
        inside = any(key(city["name"]) in form for form in names)
        if not names & known and not inside:
            raise SystemExit(f"capitals.tsv: GeoNames {number} is called {city['name']}, not {sorted(names)}")
        return number
