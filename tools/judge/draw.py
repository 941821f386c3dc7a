#!/usr/bin/env python3
"""Draws records of a dataset at random, with their context, for people to judge.

    draw.py DATASET CORPUS --table mentions --type state --n 200 --seed 1 > drawn.csv

DATASET is what `chancery run --format csv` wrote over CORPUS; the paths in its table of documents are opened to show the context. Columns: number, doc_id,
start, end (bytes), surface, id, context, verdict (to fill in: right, wrong, unsure) and note. With --strip the surface and context are left out, which is
what is committed of texts that are not the project's own.
"""
import argparse
import csv
import random
import sys

csv.field_size_limit(1 << 30)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dataset")
    parser.add_argument("--table", default="mentions", choices=("mentions", "sentences", "times", "topics"))
    parser.add_argument("--type", help="only mentions of this type of entity (state covers territory)")
    parser.add_argument("--n", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    with open(f"{args.dataset}/documents/part-00000.csv", encoding="utf-8", newline="") as file:
        paths = {row["doc_id"]: row["path"] for row in csv.DictReader(file)}
    rows = []
    with open(f"{args.dataset}/{args.table}/part-00000.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if args.type is None or row["type"] == args.type or (args.type == "state" and row["type"] == "territory"):
                rows.append(row)
    drawn = sorted(random.Random(args.seed).sample(range(len(rows)), min(args.n, len(rows))))
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["number", "doc_id", "start", "end", "surface", "id", "form", "context", "verdict", "note"])
    for number, at in enumerate(drawn, 1):
        row = rows[at]
        text = open(paths[row["doc_id"]], "rb").read()
        start, end = int(row["start"]), int(row["end"])
        show = lambda b: " ".join(b.decode("utf-8", "replace").split())
        if args.table == "sentences":
            context = show(text[max(0, start - 60):start]) + " ⟦" + show(text[start:end]) + "⟧ " + show(text[end:end + 60])
        else:
            context = show(text[max(0, start - 130):start]) + " ⟦" + show(text[start:end]) + "⟧ " + show(text[end:end + 130])
        out.writerow([number, row["doc_id"], start, end, show(text[start:end])[:80], row.get("id") or row.get("topic") or "", row.get("form", ""), context, "", ""])


if __name__ == "__main__":
    main()
