"""What can be wrong with generated entries, each kind of fault in a function of its own."""

import csv
import re

from entry import LANGUAGES, ORDER, each_form
from forms import BRACKETS, is_broken, is_short, key, strip_the, text

TYPES = {"state", "territory", "region", "admin", "city"}
RELATIONS = ["capital", "country", "part_of"]
IDS = {"iso2", "iso3", "m49", "cow", "gw", "wikidata", "geonames"}
FORM_KEYS = {"n", "needs", "not", "before", "after", "rival", "prior"}
PLACE = re.compile(r"(admin|city)\.([a-z]{2})-[a-z0-9-]+")


def entry_faults(entries):
    found = []
    seen = set()
    for entry in entries:
        name = entry.get("id", "?")
        if name in seen:
            found.append(f"{name}: id twice")
        seen.add(name)
        if not re.fullmatch(r"(state|region|admin|city)\.[a-z0-9-]+", name) or entry.get("type") not in TYPES:
            found.append(f"{name}: id or type")
        if [part for part in ORDER if part in entry] != list(entry):
            found.append(f"{name}: keys out of order or unknown")
        if "en" not in entry.get("name", {}) or "src" not in entry:
            found.append(f"{name}: no English name or no src")
        for part, value in entry.get("ids", {}).items():
            if part not in IDS or not isinstance(value, str):
                found.append(f"{name}: ids.{part}")
        marks = set()
        for kind, language, form in each_form(entry):
            words = text(form)
            if language not in LANGUAGES or isinstance(form, dict) and set(form) - FORM_KEYS:
                found.append(f"{name}: {kind}.{language} {form}")
            if not words or words != " ".join(words.split()) or BRACKETS.search(words) or is_broken(words):
                found.append(f"{name}: form {words!r}")
            if (language, words) in marks:
                found.append(f"{name}: form {words!r} twice")
            marks.add((language, words))
    return found


def place_faults(entries):
    """Cities and divisions: ids that tell the state, one GeoNames number each, no short form, rivals only with needs."""
    found = []
    numbers = {}
    for entry in entries:
        name = entry["id"]
        match = PLACE.fullmatch(name)
        if not match or match.group(1) != entry["type"]:
            found.append(f"{name}: id")
        elif entry.get("country", [f"state.{match.group(2)}"]) != [f"state.{match.group(2)}"]:
            found.append(f"{name}: country {entry['country']}")
        number = entry.get("ids", {}).get("geonames", "")
        if not number.isdigit() or number in numbers:
            found.append(f"{name}: GeoNames number {number!r}, also of {numbers.get(number)}")
        numbers[number] = name
        for _, language, form in each_form(entry):
            words = text(form)
            if language != "en" or is_short(words) or not words[0].isupper() or any(char.isdigit() for char in words):
                found.append(f"{name}: form {words!r} ({language})")
            if isinstance(form, dict) and form.get("rival") and not form.get("needs"):
                found.append(f"{name}: form {words!r} has rivals and needs nothing")
            if isinstance(form, dict) and not form.get("needs", True):
                found.append(f"{name}: form {words!r} with empty needs")
    return found


def relation_faults(entries):
    known = {entry["id"] for entry in entries}
    found = []
    for entry in entries:
        for relation in RELATIONS:
            for target in entry.get(relation, []):
                target = target["of"] if isinstance(target, dict) else target
                if target not in known:
                    found.append(f"{entry['id']}: {relation} {target} is nowhere")
    return found


def shared_faults(entries):
    """Forms with two owners, unless each names all others as rivals."""
    owners = {}
    for entry in entries:
        for _, _, form in each_form(entry):
            owners.setdefault(key(text(form)), {}).setdefault(entry["id"], []).append(form)
    found = []
    for folded, claims in sorted(owners.items()):
        for owner, forms in claims.items():
            others = set(claims) - {owner}
            rivals = {rival for form in forms if isinstance(form, dict) for rival in form.get("rival", [])}
            if others and not others <= rivals:
                found.append(f"{folded!r} of {owner} is shared with {', '.join(sorted(others - rivals))}")
            if rivals - others:
                found.append(f"{folded!r} of {owner}: rival {', '.join(sorted(rivals - others))} has no such form")
    return found


def compare_with_csv(states, path):
    """Lines on short and formal names in the csv that the entry does not hold."""
    by_code = {entry["ids"]["iso2"]: entry for entry in states}
    lines = []
    with open(path, encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            entry = by_code.get(row["ISO3166-1-Alpha-2"])
            if not entry:
                continue
            for language, title in (("en", "English"), ("ru", "Russian"), ("zh", "Chinese")):
                own = {key(text(form)) for _, tongue, form in each_form(entry) if tongue == language}
                for size in ("Short", "Formal"):
                    form = strip_the(row[f"UNTERM {title} {size}"].strip("* "))
                    form = re.sub(r" \(the\)$", "", form)
                    if form and key(form) not in own:
                        lines.append(f"{entry['id']} {language} {size.lower()}: {form} not in {sorted(own)}")
            item = row["wikidata_id"].rsplit("/", 1)[-1]
            if item and entry["ids"].get("wikidata") not in (None, item):
                lines.append(f"{entry['id']} wikidata: {item} not {entry['ids']['wikidata']}")
    return lines
