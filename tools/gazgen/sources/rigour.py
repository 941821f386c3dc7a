"""Reads rigour (OpenSanctions): the names of each territory, without language tags, and its Wikidata item."""

import importlib
import json
import sys


class Rigour:
    tag = "rigour"

    def __init__(self, work):
        sys.path.insert(0, str(work / "pypi"))
        core = importlib.import_module("rigour._core")
        rows = (json.loads(line) for line in core.territories_jsonl().splitlines())
        self.rows = {row["code"].upper(): row for row in rows if len(row["code"]) == 2}

    def qid(self, code):
        return self.rows.get(code, {}).get("qid")

    def strong(self, code):
        return list(self.rows.get(code, {}).get("names_strong", []))

    def names(self, code):
        """Returns the strong, weak and display names of a territory. Many of the weak names are unreliable."""
        row = self.rows.get(code, {})
        return self.strong(code) + list(row.get("names_weak", [])) + [row.get("name", ""), row.get("full_name") or ""]
