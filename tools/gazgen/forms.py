"""Determines properties of a form: its script, its folded key, and whether it may occur in running text."""

import re
import unicodedata

BRACKETS = re.compile(r"[()\[\]{}（）［］【】<>«»]")
HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
KANA = re.compile(r"[\u3040-\u30ff\uff66-\uff9f]")
MOJIBAKE = re.compile(r"[ÃÂ][\u0080-\u00bf]|\ufffd|â€")
RUSSIAN = re.compile(r"^[А-Яа-яЁё][А-Яа-яЁё \-—–’'.,]*$")
LATIN = re.compile(r"^[A-Za-zÀ-ɏ’'ʻ][A-Za-zÀ-ɏ’'ʻ .,\-–&]*$")
SPACED_DASH = re.compile(r"\s[-–]\s|\s[-–]\S|\S[-–]\s")
APOSTROPHES = str.maketrans({"’": "'", "ʻ": "'", "‘": "'", "`": "'", "ʼ": "'"})
DASHES = str.maketrans({"–": "-", "—": "-", "‑": "-"})


def clean(form):
    """Converts a form to Unicode normalization form C, with single spaces and straight apostrophes."""
    form = unicodedata.normalize("NFC", form).translate(APOSTROPHES)
    return " ".join(form.split())


def key(form):
    """Returns the folded form. Forms that the program does not distinguish when it searches texts have the same folded form: they differ only in case,
    accents on Latin letters, or the kind of quotation marks, dashes and spaces."""
    form = unicodedata.normalize("NFD", form).translate(APOSTROPHES).translate(DASHES)
    out = []
    for char in form:
        if unicodedata.combining(char) and out and "a" <= out[-1].lower() <= "z":
            continue
        out.append(char)
    text = unicodedata.normalize("NFC", "".join(out)).casefold()
    text = text.replace("ё", "е").replace("ı", "i")
    return " ".join(text.split())


def text(form):
    """Returns the text of a form. A form is a string or a table."""
    return form["n"] if isinstance(form, dict) else form


def script(form):
    """Returns the script of a form: `latin`, `cyrillic`, `han` or `other`."""
    if KANA.search(form):
        return "other"
    if HAN.search(form):
        return "han"
    if LATIN.match(form):
        return "latin"
    if re.match(r"^[\u0400-\u04ff][\u0400-\u04ff \-—–’'.,]*$", form):
        return "cyrillic"
    return "other"


def letters(form):
    return sum(char.isalpha() for char in form)


def is_short(form):
    """Returns whether a form is too short to be searched for safely: at most three letters, or one Chinese character."""
    return letters(form) < (2 if HAN.search(form) else 4)


def is_broken(form):
    return bool(MOJIBAKE.search(form))


def is_label(form):
    """Returns whether a form is a caption, that is, a name as lists write it but running text does not."""
    return bool(BRACKETS.search(form) or SPACED_DASH.search(form) or any(mark in form for mark in ",/，、"))


def strip_the(form):
    return form[4:] if form.lower().startswith("the ") else form
