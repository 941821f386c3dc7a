"""Checks the generated files. Usage: python3 check.py GENERATED_FOLDER [COUNTRY_CODES_CSV]

If the CSV file is given (the public data set "country-codes", which contains the names that the UN uses), the names are compared with it.
"""

import json
import sys
import unicodedata
from pathlib import Path

from checks import compare_with_csv, entry_errors, place_errors, relation_errors, shared_errors
from entry import each_form

FILES = ["states", "regions", "capitals", "admin", "cities"]


def read(folder, errors):
    """Returns the entries of each file. Appends a message to `errors` for each error of encoding, syntax or order."""
    files = {}
    for name in FILES:
        data = (folder / f"{name}.jsonl").read_text(encoding="utf-8")
        if data != unicodedata.normalize("NFC", data):
            errors.append(f"{name}: not NFC")
        files[name] = []
        for number, line in enumerate(data.splitlines(), 1):
            try:
                files[name].append(json.loads(line))
            except ValueError as error:
                errors.append(f"{name}:{number}: {error}")
        ids = [entry["id"] for entry in files[name]]
        if ids != sorted(ids):
            errors.append(f"{name}: not sorted by id")
    return files


def main(folder, csv=None):
    errors = []
    files = read(Path(folder), errors)
    entries = [entry for name in FILES for entry in files[name]]
    errors += entry_errors(entries) + relation_errors(entries) + shared_errors(entries)
    errors += place_errors(files["admin"] + files["cities"])
    for name in FILES:
        forms = sum(len(list(each_form(entry))) for entry in files[name])
        print(f"{name}.jsonl: {len(files[name])} entries, {forms} forms")
    for error in errors:
        print("ERROR", error)
    if csv:
        for line in compare_with_csv(files["states"], Path(csv)):
            print("differs:", line)
    return 1 if errors else 0


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        raise SystemExit(__doc__)
    raise SystemExit(main(*sys.argv[1:]))
