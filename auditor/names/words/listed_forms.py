"""Lists of Arabic names with the Latin forms that they have by custom: two columns, the name, its forms; all folded."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from importlib.resources import files


@cache
def listed_forms(file: str) -> dict[str, frozenset[str]]:
    """The forms of each name of a file of `data/`; those of a name that it has twice together."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    text = (files("auditor.names") / "data" / file).read_text("utf-8")
    for line in text.splitlines()[1:]:
        name, forms = line.split("\t")
        found[name] |= set(forms.split())
    return {name: frozenset(forms) for name, forms in found.items()}
