"""Puts conditions from the table on forms that are words or names of other things too."""

import json

from entry import each_form, replace
from tables import rows


def set_conditions(entries):
    wanted = {(where, language, form): json.loads(extra) for where, language, form, extra in rows("conditions")}
    used = set()
    for entry in entries:
        for kind, language, form in list(each_form(entry)):
            mark = (entry["id"], language, form) if isinstance(form, str) else None
            if mark in wanted:
                replace(entry, kind, language, form, {"n": form, **wanted[mark]})
                used.add(mark)
    for mark in wanted.keys() - used:
        raise SystemExit(f"conditions.tsv: no form {mark}")
