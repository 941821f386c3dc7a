"""Checks the generated files. Run: python3 check.py GENERATED_FOLDER [COUNTRY_CODES_CSV]

The csv (the public data set "country-codes", with the UN's terminology) is only compared with; nothing is taken from it.
"""

import json
import sys
import unicodedata
from pathlib import Path

from checks import compare_with_csv, entry_faults, place_faults, relation_faults, shared_faults
from entry import each_form

FILES = ["states", "regions", "capitals", "admin", "cities"]


def read(folder, faults):
    """The entries of each file; faults of lines are told on the way."""
    files = {}
    for name in FILES:
        data = (folder / f"{name}.jsonl").read_text(encoding="utf-8")
        if data != unicodedata.normalize("NFC", data):
            faults.append(f"{name}: not NFC")
        files[name] = []
        for number, line in enumerate(data.splitlines(), 1):
            try:
                files[name].append(json.loads(line))
            except ValueError as error:
                faults.append(f"{name}:{number}: {error}")
        ids = [entry["id"] for entry in files[name]]
        if ids != sorted(ids):
            faults.append(f"{name}: not sorted by id")
    return files


def main(folder, csv=None):
    faults = []
    files = read(Path(folder), faults)
    entries = [entry for name in FILES for entry in files[name]]
    faults += entry_faults(entries) + relation_faults(entries) + shared_faults(entries)
    faults += place_faults(files["admin"] + files["cities"])
    for name in FILES:
        forms = sum(len(list(each_form(entry))) for entry in files[name])
        print(f"{name}.jsonl: {len(files[name])} entries, {forms} forms")
    for fault in faults:
        print("FAULT", fault)
    if csv:
        for line in compare_with_csv(files["states"], Path(csv)):
            print("differs:", line)
    return 1 if faults else 0




if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        raise SystemExit(__doc__)
    raise SystemExit(main(*sys.argv[1:]))
