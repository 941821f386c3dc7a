"""Decides which entry keeps a form that several entries share. A form in the table `rivals` stays in all of them and gets the key `rival`. Any other form is dropped from the entries with the weaker
claims, and is reported."""

from entry import MAIN, drop, each_form, replace
from forms import key, text
from tables import rows

RANK = {"name": 0, "official": 1, "alias": 2, "abbr": 2}


def rank(kind, language):
    """Returns the rank of a claim to a form. A lower rank is a stronger claim: main languages come before others, and names before aliases."""
    return (language not in MAIN, RANK[kind])


def with_rivals(form, others):
    table = form if isinstance(form, dict) else {"n": form}
    return {**table, "rival": sorted(set(table.get("rival", [])) | set(others))}


def resolve_shared(entries, report):
    """Makes each form unique, except the forms in the table `rivals`. Appends a line to `report` for each dropped form."""
    rivals = {(language, key(form)): set(ids.split()) for language, form, ids in rows("rivals")}
    claims = {}
    for entry in entries:
        for kind, language, form in each_form(entry):
            claims.setdefault(key(text(form)), []).append((rank(kind, language), entry, kind, language, form))
    for folded, claimants in sorted(claims.items()):
        if len({entry["id"] for _, entry, *_ in claimants}) < 2:
            continue
        claimants.sort(key=lambda claim: claim[0])
        named = next((ids for (_, form), ids in rivals.items() if form == folded), set())
        best = claimants[0][0]
        first = {entry["id"] for claim_rank, entry, *_ in claimants if claim_rank == best}
        for claim_rank, entry, kind, language, form in claimants:
            if (language, folded) in rivals and entry["id"] in named:
                replace(entry, kind, language, form, with_rivals(form, named - {entry["id"]}))
                continue
            keeps = claim_rank == best and len(first) == 1 and not named or entry["id"] in first and len(first) == 1
            if keeps:
                continue
            if kind == "name" and language in ("en", "ru", "zh"):
                raise SystemExit(f"the name {text(form)} ({language}) of {entry['id']} is shared by {sorted(first)}")
            drop(entry, kind, language, form)
            others = sorted({other["id"] for _, other, *_ in claimants} - {entry["id"]})
            report.append(f"{text(form)}\t{language}\t{kind}\t{entry['id']}\tshared with {', '.join(others)}")
