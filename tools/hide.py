#!/usr/bin/env python3
"""Measures how many known names `chancery gazetteer suggest` finds again.

The script draws random organisations, organs, mechanisms, treaties and persons that a corpus names in at least ten documents, switches them off in a data folder, and
counts how many of them are among the first 1,000 suggestions. A name counts as found if a suggestion, one of its variants or its abbreviation is one of the forms of
the entry. Build the program first: cargo build --release -p chancery-cli

Usage: tools/hide.py [CORPUS] [--seed N] [--count N]
"""
import argparse
import collections
import csv
import json
import pathlib
import random
import re
import subprocess
import tempfile

TYPES = ["igo", "organ", "mechanism", "ngo", "treaty", "person"]
PROGRAM = pathlib.Path(__file__).resolve().parent.parent / "target/release/chancery"


def chancery(*args):
    return subprocess.run([PROGRAM, *args], check=True, capture_output=True, text=True).stdout


def spellings(form):
    """Expands braces: "co{,-}operation" gives "cooperation" and "co-operation"."""
    found = re.search(r"\{([^{}]*)\}", form)
    if not found:
        return [form]
    return [text for choice in found[1].split(",") for text in spellings(form[: found.start()] + choice.lstrip("~") + form[found.end() :])]


def forms(entity):
    shown = json.loads(chancery("gazetteer", "lookup", entity, "--json"))["entries"][0]["forms"]
    texts = [form["text"].replace("[", "").replace("]", "") for language in shown.values() for form in language]
    return {spelling.lower() for text in texts for spelling in spellings(text)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="?", default="corpora/ungd")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=150)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        chancery("run", args.corpus, "--out", work / "out", "--format", "csv", "--quiet")
        documents, kinds = collections.defaultdict(set), {}
        for path in sorted((work / "out").glob("**/mentions/*.csv")):
            with open(path, newline="", encoding="utf-8") as file:
                for row in csv.DictReader(file):
                    documents[row["id"]].add(row["doc_id"])
                    kinds[row["id"]] = row["type"]
        known = sorted(entity for entity, named in documents.items() if len(named) >= 10 and kinds[entity] in TYPES)
        hidden = random.Random(args.seed).sample(known, min(args.count, len(known)))
        (work / "mine/gazetteer").mkdir(parents=True)
        off = "".join(f'[[entity]]\nid = "{entity}"\noff = true\n\n' for entity in hidden)
        (work / "mine/gazetteer/off.toml").write_text(off, encoding="utf-8")
        suggested = json.loads(chancery("gazetteer", "suggest", args.corpus, "--most", "1000", "--json", "--data", work / "mine"))
        names = set()
        for one in suggested["suggestions"]:
            names.update(text.lower() for text in [one["name"], *(text for text, _ in one["variants"]), *one["abbreviations"]])
        found = {entity for entity in hidden if forms(entity) & names}
        for kind in TYPES:
            all_of_kind = [entity for entity in hidden if kinds[entity] == kind]
            print(f"{kind}: {sum(entity in found for entity in all_of_kind)} of {len(all_of_kind)}")
        print(f"all: {len(found)} of {len(hidden)} ({len(found) / len(hidden):.2f}); not found: {', '.join(sorted(set(hidden) - found))}")


if __name__ == "__main__":
    main()
