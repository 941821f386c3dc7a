"""Reads histwardb: the state numbers of Correlates of War (COW) and Gleditsch-Ward, by Wikidata item."""

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
        """Returns the numbers (COW, Gleditsch-Ward) of the first item that histwardb contains, or (None, None) if it contains none."""
        for qid in qids:
            if qid in self.rows:
                return self.rows[qid]
        return (None, None)
