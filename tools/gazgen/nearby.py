"""Context words for guarded places: the names of the state and the division, one of which must occur near the place."""

from tables import rows

MAX_WORDS = 5
# Countries that nearly every document names, so that their names are no evidence for a place with the name of a person.
UBIQUITOUS = {"US", "GB"}


class Nearby:
    def __init__(self, curated):
        self.from_table = {code: words.split("|") for code, words in rows("places_needs")}
        self.from_entries = {name: without_longer(words)[:MAX_WORDS] for name, words in curated.words_of_states().items()}

    def of_state(self, code):
        """The context words of a state: those of the table, or else names and adjectives from its entry."""
        return self.from_table.get(code) or self.from_entries.get(f"state.{code.lower()}", [])

    def words(self, place, strict):
        """The context words of a place: its division, then its state. `strict` omits states that nearly every document names."""
        near = [] if strict and place.code in UBIQUITOUS else self.of_state(place.code)
        names = {form.casefold() for form in place.forms}
        divisions = [name for name in place.near if name.casefold() not in names]
        return list(dict.fromkeys(divisions + near))


def without_longer(words):
    """Removes words that contain another word of the list."""
    kept = []
    for word in dict.fromkeys(words):
        if not any(f" {other} " in f" {word} " for other in kept):
            kept.append(word)
    return kept
