"""Classifies entries as states or territories, with their UN status and whether they are disputed."""

OBSERVERS = {"VA", "PS"}
STATES_OUTSIDE_THE_UN = {"VA", "PS", "XK", "TW", "CK", "NU"}
DISPUTED = {"XK", "TW", "EH"}


def kind(code, members):
    return "state" if code in members or code in STATES_OUTSIDE_THE_UN else "territory"


def status(code, members):
    if code in members:
        return ["un-member"]
    found = []
    if code in OBSERVERS:
        found.append("un-observer")
    if code in DISPUTED:
        found.append("disputed")
    return found
