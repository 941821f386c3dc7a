"""Reads wamerican: common English words, by which ambiguous forms are recognised. No form is taken from it."""


def english_words(work):
    path = work / "debian" / "wamerican" / "usr" / "share" / "dict" / "american-english"
    with open(path, encoding="utf-8") as file:
        lines = (line.strip() for line in file)
        return {line for line in lines if line and line[0].islower() and not line.endswith("'s")}
