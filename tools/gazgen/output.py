"""Writes entries as JSON Lines in NFC, sorted by id."""

import json
import unicodedata

from entry import tidy


def write(path, entries):
    lines = []
    for entry in sorted(entries, key=lambda entry: entry["id"]):
        line = json.dumps(tidy(entry), ensure_ascii=False, separators=(",", ":"))
        lines.append(unicodedata.normalize("NFC", line))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(lines)
