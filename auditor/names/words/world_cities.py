"""Cities of other countries and their Latin forms in use, by data/world_places.txt.gz: GeoNames (CC BY 4.0)."""

from __future__ import annotations

import gzip
from functools import cache
from importlib.resources import files


@cache
def cities() -> dict[str, frozenset[str]]:
    """The folded Latin forms of each city, by its folded Arabic name."""
    packed = (files("auditor.names") / "data" / "world_places.txt.gz").read_bytes()
    rows = (line.split() for line in gzip.decompress(packed).decode().splitlines())
    return {name: frozenset(forms) for name, *forms in rows}


def forms_of_city(name: str) -> frozenset[str]:
    """The folded Latin forms of a city of another country, by its folded Arabic name."""
    return cities().get(name, frozenset())


@cache
def forms_of_cities() -> frozenset[str]:
    """Every form of every city: a town of the same Arabic name may be called so."""
    return frozenset().union(*cities().values())
