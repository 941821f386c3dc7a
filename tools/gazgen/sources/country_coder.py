"""Reads country-coder: Wikidata items, which must agree with those in rigour."""

import json


class CountryCoder:
    tag = "country-coder"

    def __init__(self, work):
        path = work / "npm" / "country-coder" / "src" / "data" / "borders.json"
        with open(path, encoding="utf-8") as file:
            features = json.load(file)["features"]
        self.items = {}
        for feature in features:
            properties = feature["properties"]
            if "iso1A2" in properties:
                self.items[properties["iso1A2"]] = properties.get("wikidata")

    def qid(self, code):
        return self.items.get(code)
