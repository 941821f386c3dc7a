"""Functions for the dictionary that represents an entry: they order its keys and give access to its forms."""

from forms import key, text

ORDER = [
    "id", "type", "name", "official", "alias", "abbr", "ids", "capital", "country", "part_of", "status", "src",
]
KINDS = ["name", "official", "alias", "abbr"]
LANGUAGES = ["en", "ru", "zh", "zh-Hant", "kk", "ky", "uz", "tg", "tk", "fr", "es", "ar"]
MAIN = ["en", "ru", "zh", "zh-Hant"]


def each_form(entry):
    """Yields (kind, language, form) of each form. A form is a string or a table."""
    for kind in KINDS:
        for language, value in entry.get(kind, {}).items():
            for form in value if isinstance(value, list) else [value]:
                yield kind, language, form


def drop(entry, kind, language, form):
    """Removes one form."""
    value = entry[kind][language]
    rest = [other for other in value if other != form] if isinstance(value, list) else None
    if rest:
        entry[kind][language] = rest
    else:
        del entry[kind][language]


def replace(entry, kind, language, old, new):
    value = entry[kind][language]
    entry[kind][language] = [new if form == old else form for form in value] if isinstance(value, list) else new


def tidy(entry):
    """Returns the entry with its keys and languages in order, without duplicate forms and empty parts."""
    out = {}
    seen = set()
    for name in ORDER:
        value = entry.get(name)
        if name in KINDS and value:
            kept = {}
            for language in LANGUAGES:
                if language not in value:
                    continue
                if name == "name":
                    kept[language] = value[language]
                    seen.add((language, key(text(value[language]))))
                    continue
                forms = []
                for form in sorted(value[language], key=text):
                    mark = (language, key(text(form)))
                    if mark not in seen:
                        seen.add(mark)
                        forms.append(form)
                if forms:
                    kept[language] = forms
            value = kept
        if value:
            out[name] = value
    return out
