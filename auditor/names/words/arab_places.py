"""Towns and districts of Arab countries by data/arab_places.tsv: thousands of names, many of which are words or persons' as well.

Columns: the name in folded spelling, with its article where it always has one; Latin forms that its letters do not tell. From
GeoNames (CC BY 4.0) and Who's On First, by `python -m auditor.training places`; `listed` in languages/ar/places.toml has more.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from auditor.languages import language_data

_ARTICLE = "ال"
_LONGEST_ARTICLE = 4


@cache
def arab_places() -> dict[str, tuple[bool, frozenset[str]]]:
    """By name without article: whether it always has one, and other Latin forms; all folded."""
    text = (files("auditor.names") / "data" / "arab_places.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines()[1:]]
    rows += [[name, ""] for name in language_data("ar", "places")["listed"].split()]
    found: dict[str, tuple[bool, frozenset[str]]] = {}
    for name, forms in rows:
        bare = name.removeprefix(_ARTICLE) if len(name) > _LONGEST_ARTICLE else name
        if bare not in found:
            found[bare] = (bare != name, frozenset(forms.split()))
    return found
