"""Forms that two entries share: made rivals where a table says so, else dropped, and told."""

from entry import MAIN, drop, each_form, replace
from forms import key, text
from tables import rows

RANK = {"name": 0, "official": 1, "alias": 2, "abbr": 2}


def weight(kind, language):
    """The lower, the stronger the claim: main languages before others, names before aliases."""
    return (language not in MAIN, RANK[kind])


def with_rivals(form, others):
    table = form if isinstance(form, dict) else {"n": form}
    return {**table, "rival": sorted(set(table.get("rival", [])) | set(others))}


def settle(entries, report):
    """Leaves no form with two owners, save the rivals of the table."""
    rivals = {(language, key(form)): set(ids.split()) for language, form, ids in rows("rivals")}
    claims = {}
    for entry in entries:
        for kind, language, form in each_form(entry):
            claims.setdefault(key(text(form)), []).append((weight(kind, language), entry, kind, language, form))
    for folded, owners in sorted(claims.items()):
        if len({entry["id"] for _, entry, *_ in owners}) < 2:
            continue
        owners.sort(key=lambda owner: owner[0])
        named = next((ids for (_, form), ids in rivals.items() if form == folded), set())
        best = owners[0][0]
        first = {entry["id"] for mark, entry, *_ in owners if mark == best}
        for mark, entry, kind, language, form in owners:
            if (language, folded) in rivals and entry["id"] in named:
                replace(entry, kind, language, form, with_rivals(form, named - {entry["id"]}))
                continue
            keeps = mark == best and len(first) == 1 and not named or entry["id"] in first and len(first) == 1
            if keeps:
                continue
            if kind == "name" and language in ("en", "ru", "zh"):
                raise SystemExit(f"the name {text(form)} ({language}) of {entry['id']} is shared by {sorted(first)}")
            drop(entry, kind, language, form)
            others = sorted({other["id"] for _, other, *_ in owners} - {entry["id"]})
            report.append(f"{text(form)}\t{language}\t{kind}\t{entry['id']}\tshared with {', '.join(others)}")
