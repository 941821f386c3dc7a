"""Checks of generated entries. Each function returns a list of error messages."""

import csv
import re

from entry import LANGUAGES, ORDER, each_form
from forms import BRACKETS, is_broken, is_short, key, strip_the, text

TYPES = {"state", "territory", "region", "admin", "city"}
RELATIONS = ["capital", "country", "part_of"]
IDS = {"iso2", "iso3", "m49", "cow", "gw", "wikidata", "geonames"}
FORM_KEYS = {"n", "needs", "not", "before", "after", "rival", "prior"}
PLACE = re.compile(r"(admin|city)\.([a-z]{2})-[a-z0-9-]+")


def entry_errors(entries):
    found = []
    seen = set()
    for entry in entries:
        name = entry.get("id", "?")
        if name in seen:
            found.append(f"{name}: duplicate id")
        seen.add(name)
        if not re.fullmatch(r"(state|region|admin|city)\.[a-z0-9-]+", name) or entry.get("type") not in TYPES:
            found.append(f"{name}: invalid id or type")
        if [part for part in ORDER if part in entry] != list(entry):
            found.append(f"{name}: unknown keys or wrong order of keys")
        if "en" not in entry.get("name", {}) or "src" not in entry:
            found.append(f"{name}: missing English name or src")
        for part, value in entry.get("ids", {}).items():
            if part not in IDS or not isinstance(value, str):
                found.append(f"{name}: unknown or invalid ids.{part}")
        known = set()
        for kind, language, form in each_form(entry):
            words = text(form)
            if language not in LANGUAGES or isinstance(form, dict) and set(form) - FORM_KEYS:
                found.append(f"{name}: {kind}.{language} has an unknown language or key: {form}")
            if not words or words != " ".join(words.split()) or BRACKETS.search(words) or is_broken(words):
                found.append(f"{name}: invalid form {words!r}")
            if (language, words) in known:
                found.append(f"{name}: duplicate form {words!r}")
            known.add((language, words))
    return found


def place_errors(entries):
    """Checks cities and divisions. The id must contain the code of the state, the GeoNames number must be unique, no form may be very short, and a form with `rival` must have `needs`."""
    found = []
    numbers = {}
    for entry in entries:
        name = entry["id"]
        match = PLACE.fullmatch(name)
        if not match or match.group(1) != entry["type"]:
            found.append(f"{name}: invalid id")
        elif entry.get("country", [f"state.{match.group(2)}"]) != [f"state.{match.group(2)}"]:
            found.append(f"{name}: country {entry['country']} differs from the id")
        number = entry.get("ids", {}).get("geonames", "")
        if not number.isdigit() or number in numbers:
            found.append(f"{name}: GeoNames number {number!r} is invalid or also used by {numbers.get(number)}")
        numbers[number] = name
        for _, language, form in each_form(entry):
            words = text(form)
            if language != "en" or is_short(words) or not words[0].isupper() or any(char.isdigit() for char in words):
                found.append(f"{name}: invalid form {words!r} ({language})")
            if isinstance(form, dict) and form.get("rival") and not form.get("needs"):
                found.append(f"{name}: form {words!r} has `rival` without `needs`")
            if isinstance(form, dict) and not form.get("needs", True):
                found.append(f"{name}: form {words!r} has empty `needs`")
    return found


def relation_errors(entries):
    known = {entry["id"] for entry in entries}
    found = []
    for entry in entries:
        for relation in RELATIONS:
            for target in entry.get(relation, []):
                target = target["of"] if isinstance(target, dict) else target
                if target not in known:
                    found.append(f"{entry['id']}: {relation} {target} does not exist")
    return found


def shared_errors(entries):
    """Finds the forms that several entries share although not every one of them lists all others in `rival`."""
    claims_by_form = {}
    for entry in entries:
        for _, _, form in each_form(entry):
            claims_by_form.setdefault(key(text(form)), {}).setdefault(entry["id"], []).append(form)
    found = []
    for folded, claims in sorted(claims_by_form.items()):
        for entry_id, forms in claims.items():
            others = set(claims) - {entry_id}
            rivals = {rival for form in forms if isinstance(form, dict) for rival in form.get("rival", [])}
            if others and not others <= rivals:
                found.append(f"{folded!r} of {entry_id} is shared with {', '.join(sorted(others - rivals))}")
            if rivals - others:
                found.append(f"{folded!r} of {entry_id}: rival {', '.join(sorted(rivals - others))} does not have the form")
    return found


def compare_with_csv(states, path):
    """Returns a message for each short or formal name in the CSV file that the entry does not have, and for each Wikidata item that differs."""
    by_code = {entry["ids"]["iso2"]: entry for entry in states}
    lines = []
    with open(path, encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            entry = by_code.get(row["ISO3166-1-Alpha-2"])
            if not entry:
                continue
            for language, title in (("en", "English"), ("ru", "Russian"), ("zh", "Chinese")):
                known = {key(text(form)) for _, form_language, form in each_form(entry) if form_language == language}
                for size in ("Short", "Formal"):
                    form = strip_the(row[f"UNTERM {title} {size}"].strip("* "))
                    form = re.sub(r" \(the\)$", "", form)
                    if form and key(form) not in known:
                        lines.append(f"{entry['id']} {language} {size.lower()}: {form} not in {sorted(known)}")
            item = row["wikidata_id"].rsplit("/", 1)[-1]
            if item and entry["ids"].get("wikidata") not in (None, item):
                lines.append(f"{entry['id']} wikidata: {item} not {entry['ids']['wikidata']}")
    return lines
