#!/usr/bin/env python3
"""Measures how completely the gazetteer lists the holders of an office: for each member of the United Nations, the share of the days from 1991 to 2025 for which a holder is known.

Usage: tools/terms.py [OFFICE ...]      default: office.foreign-minister office.secretary-of-state
"""
import collections
import json
import pathlib
import sys
import tomllib

DATA = pathlib.Path(__file__).resolve().parent.parent / "data/gazetteer"
FIRST, LAST = 1991, 2026


def year(date, end):
    """Converts YYYY, YYYY-MM or YYYY-MM-DD to a number of years; the end of the period if `end` is true."""
    if date == "..":
        return LAST if end else 0
    parts = date.split("-")
    month = int(parts[1]) if len(parts) > 1 else (12 if end else 1)
    return int(parts[0]) + (month if end else month - 1) / 12


def covered(terms):
    """Returns the share of the years from FIRST to LAST that the terms cover."""
    total, until = 0, FIRST
    for start, end in sorted(terms):
        start, end = max(start, until), min(end, LAST)
        if end > start:
            total, until = total + end - start, end
    return total / (LAST - FIRST)


offices = sys.argv[1:] or ["office.foreign-minister", "office.secretary-of-state"]
terms = collections.defaultdict(list)
for file in sorted(DATA.glob("people/*.toml")):
    for entry in tomllib.loads(file.read_text())["entity"]:
        for term in entry.get("office", []):
            if term["of"] in offices and "valid" in term:
                start, end = term["valid"].split("/")
                terms[term.get("at")].append((year(start, False), year(end, True)))
states = [json.loads(line) for line in (DATA / "generated/states.jsonl").read_text().splitlines()]
shares = {state["id"]: covered(terms[state["id"]]) for state in states if "un-member" in state.get("status", [])}
print(f"{len(shares)} members of the United Nations")
for least in (0.9, 0.7, 0.5):
    print(f"  {sum(share >= least for share in shares.values()):4} with a known holder for at least {least:.0%} of the time")
print(f"  {sum(share == 0 for share in shares.values()):4} without any known holder")
for state, share in sorted(shares.items(), key=lambda item: item[1])[:20]:
    print(f"  {share:4.0%}  {state}")
