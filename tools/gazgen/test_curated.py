"""Tests of `curated`. Usage: python3 -m unittest"""

import tempfile
import unittest
from pathlib import Path

from curated import Curated

# A former state with the same name as two cities from the generated files. The hand-written gazetteer
# extends one of these cities.
GAZETTEER = """
[[entity]]
id = "state.hyderabad"
type = "territory"
name.en = "Hyderabad State"
alias.en = [{ n = "Hyderabad", rival = ["city.in-hyderabad", "city.pk-hyderabad"] }]

[[entity]]
id = "city.in-hyderabad"
extend = true
name.en = { n = "Hyderabad", rival = ["city.pk-hyderabad", "state.hyderabad"] }

[[entity]]
id = "region.lakes"
type = "region"
name.en = "{Great,Big} Lakes"
"""


class CuratedTest(unittest.TestCase):
    def test_a_form_shared_with_a_generated_place_is_not_taken(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "states" / "former.toml"
            path.parent.mkdir()
            path.write_text(GAZETTEER, encoding="utf-8")
            curated = Curated([{"id": "city.paris", "type": "city", "name": {"en": "Paris"}}], Path(folder))
        taken = {
            "hyderabad state": {"state.hyderabad"}, "great lakes": {"region.lakes"}, "big lakes": {"region.lakes"},
            "paris": {"city.paris"},
        }
        self.assertEqual(curated.owners, taken)


if __name__ == "__main__":
    unittest.main()
