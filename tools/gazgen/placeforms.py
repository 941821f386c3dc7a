"""Decides whether a form of a city or administrative division is dropped, kept, or kept only near context words."""

import re

from forms import LATIN, clean, is_broken, is_label, key, letters
from tables import rows

GENERIC = set(
    "north south east west northern southern eastern western northeast northwest southeast southwest north-east "
    "north-west south-east south-west north-eastern north-western south-eastern south-western northeastern northwestern "
    "southeastern southwestern central centre center middle upper lower inner outer new old nord sud est ouest norte sur "
    "este oeste oriente oriental occidental centrale septentrional and of the de du del la le el al et y capital federal "
    "national district region province state states county department governorate prefecture territory municipality "
    "metropolitan city town area island islands coast coastal lake river mountain highlands bay cape hill hills valley "
    "port harbour republic autonomous model garden gardens park industrial sector zone littoral litoral delta plateau "
    "rivers atlantic pacific centro distrito cantonment camp".split()
)
SAINTS = re.compile(r"(San|Santa|Santo|São|Saint|Sainte|St\.?|Sankt|Sv\.?)[ -].+")
# Titles that precede a surname but rarely a place.
TITLES = [
    "President", "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Dr", "Dr.", "General", "Minister", "Ambassador", "Senator",
    "Secretary", "Sir", "King", "Cardinal", "Judge",
]
# Words that make the name of a place part of the name of a body, such as "University of Boston".
BODY_WORDS = {
    "before": ["University of"],
    "after": [
        "University", "State University", "State University's", "College", "Department", "Hospital", "School", "Schools",
        "Public", "Police", "Fire", "Times", "Post", "Herald", "Tribune", "Star", "Guardian", "Zoo", "Cup", "Fried Chicken",
    ],
}
ENGLISH_SPEAKING = {"US", "GB", "CA", "AU", "NZ", "IE"}


class PlaceForms:
    def __init__(self, words, people, curated):
        self.words, self.curated = words, curated
        self.people = {key(name) for name in people} | curated.people
        self.rejected = {(code, key(form)) for code, form, _ in rows("places_rejected")}
        self.free = {(code, key(form)) for code, form in rows("places_free")}
        self.guarded = {(code, key(form)): extra for code, form, extra in rows("places_guarded")}

    def running(self, form):
        """Returns the form as running text writes it, or None if running text does not use it."""
        form = clean(re.sub(r" \([^)]*\)$", "", form)).replace("–", "-")
        if not LATIN.match(form) or is_label(form) or is_broken(form) or letters(form) < 4:
            return None
        return form if form[0].isupper() else None

    def is_rejected(self, code, form):
        folded = key(form)
        if (code, folded) in self.rejected or ("*", folded) in self.rejected:
            return True
        if (code, folded) in self.guarded or (code, folded) in self.free:
            return False
        return self.is_generic(form) or folded in self.words

    def is_generic(self, form):
        """Returns whether the form consists only of compass points and common nouns, like "Central Province"."""
        return all(word in GENERIC or not word.isalpha() for word in key(form).replace("-", " ").split())

    def is_taken(self, form):
        """Returns whether another entry has the form."""
        return key(form) in self.curated.owners

    def is_free(self, code, form):
        return (code, key(form)) in self.free

    def guard(self, code, form):
        """Returns the guard of the form: which of the two, `country` or `division`, must be named near it. Returns None if the table `places_guarded` lists no guard."""
        return self.guarded.get((code, key(form)))

    def is_person(self, form):
        """Returns whether the form consists only of surnames and given names, or is the name of a saint. This is not true of forms such as "Miranda State"."""
        if form.endswith(" State"):
            return False
        parts = re.split(r"[ -]", key(form))
        return bool(SAINTS.match(form)) or all(part in self.people for part in parts)

    def is_phrase(self, form):
        """Returns whether the form consists only of English words, like "Long Beach"."""
        return all(part in self.words or part in GENERIC for part in re.split(r"[ -]", key(form)))

    def is_short_word(self, form):
        """Returns whether the form is a single word of at most six letters."""
        return form.isalpha() and len(form) <= 6
