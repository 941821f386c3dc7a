"""histwardb: Correlates of War and Gleditsch-Ward state numbers by Wikidata item."""

import csv


class Histwardb:
    tag = "histwardb"

    def __init__(self, work):
        self.rows = {}
        path = work / "pypi" / "histwardb" / "data" / "crosswalk.csv"
        with open(path, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                self.rows[row["country_qid"]] = (row["cow_code"] or None, row["gw_code"] or None)

    def codes(self, qids):
        """The (COW, Gleditsch-Ward) numbers of the first known item, or (None, None)."""
        for qid in qids:
            if qid in self.rows:
                return self.rows[qid]
        return (None, None)
