"""Runs one of three spaCy pipelines over the .txt files of a folder, and prints the number of tokens, or of entities for `ruler`.

usage: spacy_rules.py FOLDER blank|sentencizer
       spacy_rules.py FOLDER ruler PATTERNS_FILE
"""

import json
import sys
from pathlib import Path

import spacy

folder, what = sys.argv[1:3]
nlp = spacy.blank("en")
nlp.max_length = 10**9
if what != "blank":
    nlp.add_pipe("sentencizer")
if what == "ruler":
    # Phrase patterns are the fastest patterns of spaCy. Each name is a text without conditions, and is matched regardless of case.
    names = {}
    for line in Path(sys.argv[3]).read_text("utf-8").splitlines():
        pattern = json.loads(line)["pattern"]
        text = pattern if isinstance(pattern, str) else " ".join(next(iter(token.values())) for token in pattern)
        names.setdefault(text, "NAME")
    ruler = nlp.add_pipe("entity_ruler", config={"phrase_matcher_attr": "LOWER"})
    ruler.add_patterns([{"label": label, "pattern": text} for text, label in names.items()])
texts = (path.read_text("utf-8", errors="replace") for path in sorted(Path(folder).rglob("*.txt")))
count = sum(len(doc.ents) if what == "ruler" else len(doc) for doc in nlp.pipe(texts))
print(count)
