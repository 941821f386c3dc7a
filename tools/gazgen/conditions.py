"""Adds the conditions in the table `conditions` to ambiguous forms."""

import json

from entry import each_form, replace
from tables import rows


def set_conditions(entries):
    wanted = {(where, language, form): json.loads(extra) for where, language, form, extra in rows("conditions")}
    used = set()
    for entry in entries:
        for kind, language, form in list(each_form(entry)):
            row = (entry["id"], language, form) if isinstance(form, str) else None
            if row in wanted:
                replace(entry, kind, language, form, {"n": form, **wanted[row]})
                used.add(row)
    for row in wanted.keys() - used:
        raise SystemExit(f"conditions.tsv: no entry has the form {row}")
