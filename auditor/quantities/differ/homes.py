"""Whose currency it is, as the country says of which the original speaks: no pounds sterling in Khartoum."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from auditor.bitext import Passage
from auditor.folding import folded
from auditor.languages import language_data
from auditor.quantities.differ.outline import Outlines
from auditor.quantities.differ.plain import plain_difference
from auditor.quantities.differ.unit_qualifiers import qualifiers
from auditor.quantities.match.matching import Bead
from auditor.quantities.quantity import Difference, Quantity

_WEIGHTS = {"ouguiya": "ounce"}  # a currency and a weight of one name


def other_homes(bead: Bead, sides: Outlines) -> list[Difference]:
    """The same number of a currency of a country that the original does not name, while it names another that has one."""
    source = bead.quantities.pair.source
    if source is None or not sides.is_arabic:
        return []
    found = []
    for i, j in bead.links:
        one, other = bead.source(i), bead.target(j)
        homes = _issuers().get(one.unit or "", ())
        where = _foreign(one, other, homes, source) if homes else None
        if where is not None:
            message = (
                f"the original has “{one.passage.text}” of its own country, the translation “{where.text}”"
            )
            found.append(plain_difference(bead, "unit-changed", "unit", (one.passage, where), message))
    return found


def _foreign(one: Quantity, other: Quantity, homes: list[str], source: Passage) -> Passage | None:
    """The number of the translation with what makes it another currency."""
    is_weight = one.unit in _WEIGHTS and other.unit == _WEIGHTS[one.unit]
    if is_weight:
        is_metal = any(
            word in source.text for word in language_data("ar", "quantities")["issuer_home"]["metal"]
        )
        return None if is_metal or not _names(homes, source) else other.measure or other.passage
    if one.unit != other.unit or qualifiers(one, "issuer"):
        return None
    theirs = [each for each in qualifiers(other, "issuer") if each.name in homes]
    if not theirs or _names([each.name for each in theirs], source) or not _names(homes, source):
        return None
    return theirs[0].passage


def _names(homes: list[str], source: Passage) -> bool:
    """Whether the original speaks of any of the countries."""
    text = folded(source.text)
    return any(_home(each).search(text) is not None for each in homes)


@cache
def _home(issuer: str) -> re.Pattern[str]:
    """The beginnings of the names of a country, of its people and of its capital."""
    data = language_data("ar", "quantities")
    words = sorted(
        {folded(each) for each in (*data["issuer"].get(issuer, ()), *data["issuer_home"].get(issuer, ()))}
    )
    return re.compile(rf"(?<!\w)[وفبلك]{{0,2}}(?:ال)?(?:{'|'.join(map(re.escape, words))})")


@cache
def _issuers() -> dict[str, list[str]]:
    """Currency -> the countries that have one of that name; see data/issuers.toml."""
    return tomllib.loads((files("auditor.quantities") / "data" / "issuers.toml").read_text("utf-8"))
