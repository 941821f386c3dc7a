"""Finds the context words of places with ambiguous names: the names of the state and the division, one of which must occur near the place."""

from tables import rows

MAX_WORDS = 5
# Countries that nearly every document names. If the name of a person is also the name of a place, the names of these countries do not show that the place is meant.
UBIQUITOUS = {"US", "GB"}


class Nearby:
    def __init__(self, curated):
        self.from_table = {code: words.split("|") for code, words in rows("places_needs")}
        self.from_entries = {name: without_longer(words)[:MAX_WORDS] for name, words in curated.words_of_states().items()}

    def of_state(self, code):
        """Returns the context words of a state: the words in the table or, if there are none, names and adjectives from the entry of the state."""
        return self.from_table.get(code) or self.from_entries.get(f"state.{code.lower()}", [])

    def words(self, place, strict):
        """Returns the context words of a place: first its division, then its state. If `strict` is true, states that nearly every document names are left out."""
        near = [] if strict and place.code in UBIQUITOUS else self.of_state(place.code)
        names = {form.casefold() for form in place.forms}
        divisions = [name for name in place.near if name.casefold() not in names]
        return list(dict.fromkeys(divisions + near))


def without_longer(words):
    """Removes each name that contains an earlier name of the list, such as "Republic of Kenya" after "Kenya"."""
    kept = []
    for word in dict.fromkeys(words):
        if not any(f" {other} " in f" {word} " for other in kept):
            kept.append(word)
    return kept
