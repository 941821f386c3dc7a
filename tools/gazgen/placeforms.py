"""What may be said of one form of a city or division: drop it, guard it, or leave it free."""

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
# Directly before a surname, seldom before a place.
TITLES = [
    "President", "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Dr", "Dr.", "General", "Minister", "Ambassador", "Senator",
    "Secretary", "Sir", "King", "Cardinal", "Judge",
]
# Bodies that bear the name of a place in English: the place is not meant.
BEARERS = {
    "before": ["University of"],
    "after": [
        "University", "State University", "State University's", "College", "Department", "Hospital", "School", "Schools",
        "Public", "Police", "Fire", "Times", "Post", "Herald", "Tribune", "Star", "Guardian", "Zoo", "Cup", "Fried Chicken",
    ],
}
ENGLISH_LANDS = {"US", "GB", "CA", "AU", "NZ", "IE"}


class PlaceForms:
    def __init__(self, words, people, hand):
        self.words, self.hand = words, hand
        self.people = {key(name) for name in people} | hand.people
        self.rejected = {(code, key(form)) for code, form, _ in rows("places_rejected")}
        self.free = {(code, key(form)) for code, form in rows("places_free")}
        self.guarded = {(code, key(form)): extra for code, form, extra in rows("places_guarded")}

    def running(self, form):
        """The form as a sentence would hold it, or None."""
        form = clean(re.sub(r" \([^)]*\)$", "", form)).replace("–", "-")
        if not LATIN.match(form) or is_label(form) or is_broken(form) or letters(form) < 4:
            return None
        return form if form[0].isupper() else None

    def is_rejected(self, code, form):
        mark = key(form)
        if (code, mark) in self.rejected or ("*", mark) in self.rejected:
            return True
        if (code, mark) in self.guarded or (code, mark) in self.free:
            return False
        return self.is_generic(form) or mark in self.words

    def is_generic(self, form):
        return all(word in GENERIC or not word.isalpha() for word in key(form).replace("-", " ").split())

    def is_taken(self, form):
        return key(form) in self.hand.owners

    def is_free(self, code, form):
        return (code, key(form)) in self.free

    def guard(self, code, form):
        """`land` or `division` from the table: which words must stand near."""
        return self.guarded.get((code, key(form)))

    def is_person(self, form):
        """A surname, a given name, a saint, or a row of such; "Miranda State" is none."""
        if form.endswith(" State"):
            return False
        parts = re.split(r"[ -]", key(form))
        return bool(SAINTS.match(form)) or all(part in self.people for part in parts)

    def is_phrase(self, form):
        """Several words that are all English words, as in "Long Beach"."""
        return all(part in self.words or part in GENERIC for part in re.split(r"[ -]", key(form)))

    def is_slight(self, form):
        return form.isalpha() and len(form) <= 6
