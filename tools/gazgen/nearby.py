"""The words of which one must stand near a guarded place: those of its state and of its division."""

from tables import rows

MOST = 5
# These are named in nearly every document, so they tell nothing of a surname beside them.
EVERYWHERE = {"US", "GB"}


class Nearby:
    def __init__(self, hand):
        self.own = {code: words.split("|") for code, words in rows("places_needs")}
        self.found = {name: plain(words)[:MOST] for name, words in hand.words_of_states().items()}

    def of_state(self, code):
        return self.own.get(code) or self.found.get(f"state.{code.lower()}", [])

    def words(self, place, strict):
        near = [] if strict and place.code in EVERYWHERE else self.of_state(place.code)
        own = {form.casefold() for form in place.forms}
        divisions = [name for name in place.near if name.casefold() not in own]
        return list(dict.fromkeys(divisions + near))


def plain(words):
    """Without those that hold another one."""
    kept = []
    for word in dict.fromkeys(words):
        if not any(f" {other} " in f" {word} " for other in kept):
            kept.append(word)
    return kept
