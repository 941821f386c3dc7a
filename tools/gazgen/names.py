"""Chooses the preferred name of a territory in each language."""

import re

from forms import clean, is_label
from labels import running

# Languages in which a territory gets one name and no aliases.
ONE_NAME = ["kk", "ky", "uz", "tg", "tk", "fr", "es", "ar"]
ABBREVIATION = re.compile(r"^[^\W\d_a-zа-яё]{2,6}$")


def preferred(code, language, cldr, hdx):
    """Returns the first variant of the name in CLDR that is suitable for running text and is not an abbreviation. If there is none, returns the UN's short name, if that is suitable."""
    for form in cldr.variants(language, code):
        name = running(form, language)
        if name and not is_abbreviation(name):
            return name
    name = running(hdx.short(code, language), language)
    return name or None


def is_abbreviation(form):
    return bool(ABBREVIATION.match(form)) and form.isupper() and not re.search(r"[\u0600-\u9fff]", form)


def single(code, language, cldr):
    """Returns the name in a language of `ONE_NAME` as (kind, form). Returns None if no variant in CLDR is suitable for running text."""
    forms = cldr.variants(language, code)
    for form in forms[1:] if code == "PS" else forms:
        name = clean(form)
        if is_label(name) or "." in name or re.search(r"[А-ЯA-Z]{3}\b.+|.+\b[А-ЯA-ZҚҲӘ]{3}\b", name):
            continue
        if is_abbreviation(name):
            return "abbr", name
        if len(name) >= 3:
            return "name", name
    return None
