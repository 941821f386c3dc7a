"""Converts captions of lists ("о-в Мэн", "St. Lucia", "Iran (Islamic Republic of)") to names that texts use."""

import re

from forms import clean, is_label

WORDS = {
    "en": [(r"\bSt\. ", "Saint "), (r" & ", " and ")],
    "ru": [(r"\bо ?-ва\b", "острова"), (r"\bо ?-в\b", "остров"), (r"\bСв\. ", "Святой ")],
    "zh": [],
}


def expand(form, language):
    """Expands abbreviated words."""
    for pattern, full in WORDS.get(language, []):
        form = re.sub(pattern, full, form)
    return form


def invert(form):
    """Converts "Iran (Islamic Republic of)" to "Islamic Republic of Iran"; None if the form has no brackets."""
    match = re.fullmatch(r"(.+?) [(\[](.+)[)\]]", form)
    if not match:
        return None
    head, tail = match.groups()
    tail = tail.removeprefix("the ")
    return None if tail == "the" else f"{tail} {head}"


def parts(form):
    """Returns the whole form, the part before the brackets, the part in brackets, and the form without the brackets."""
    found = [form]
    match = re.fullmatch(r"(.*?)\s*[(（\[](.+)[)）\]]\s*(.*)", form)
    if match:
        before, inside, after = match.groups()
        space = " " if after and form.isascii() or re.search("[а-я]", form) else ""
        found += [before, inside, f"{before}{space}{after}".strip(), f"{inside}{space}{after}".strip()]
    return [part for part in found if part]


def without_article(form):
    """Converts "Congo (the)" to "Congo"."""
    return re.sub(r" [(\[]the[)\]]", "", form)


def running(form, language):
    """Returns the form as running text writes it, or None if the form is only a caption."""
    form = clean(expand(without_article(form), language))
    if is_label(form) and "— " not in form:
        return None
    if language == "en" and (" SAR" in form or form == "Palestinian Territories"):
        return None
    if language == "ru" and form == "Палестинские территории":
        return None
    if language == "zh-Hant" and form.startswith("中國") and len(form) > 4:
        return None
    if language == "zh" and (form.startswith("中国") and len(form) > 4 or form == "巴勒斯坦领土"):
        return None
    return form
