"""The words that make quantities in a language, looked up by their folded form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any, NamedTuple

from auditor.folding import folded
from auditor.languages import language_data
from auditor.quantities.quantity import Value

_LEADS = ("", "ال", "و", "ف", "ب", "ل", "ك", "وال", "فال", "بال", "لل", "كال", "وب", "ول", "وبال", "ولل")
_LEADS_OF_HOMOGRAPHS = ("", "ال", "و", "وال", "بال", "لل")
_NUMERIC = frozenset(("cardinal", "ordinal", "scale", "dual_scale", "fraction", "fraction_part", "approximate",
            "decade", "month", "weekday", "clock", "fixed", "dual"))  # fmt: skip


# Tables that other modules read.
_OF_OTHERS = frozenset(("homograph", "named", "counted", "wording", "rate", "issuer", "issuer_home", "era", "multiple", "vague", "spelled", "period_noun",
             "period_before", "period_after", "pattern", "said", "said_trigger", "trigger", "numeral_name", "division", "decades",
             "minutes", "weekday_number", "span", "span_one", "span_bare", "span_after", "said_unless"))  # fmt: skip

# What makes more of a word for one or two than an article: one per cent, une heure, الساعة الواحدة, القرن الأول.
_BEARING = frozenset(
    ("unit", "currency", "fraction_part", "half_past", "quarter_past", "quarter_to", "hour_before", "morning", "evening", "night", "period",
     "century", "clock_word", "decade_before", "decade_noun", "minus", "below_zero", "between")
)  # fmt: skip
_TOKENS = re.compile(r"[^\W\d_]+|\d+|[^\s\w]")


class Sense(NamedTuple):
    """What a word means in quantities, by role, and the particles written onto it."""

    roles: dict[str, Any]  # role -> value (number, name of a unit) or True
    lead: str
    weak: bool
    counts: bool  # whether a quantity may begin with it
    bears: bool  # whether it may say what a number beside it is

    @property
    def measure(self) -> str | None:
        """What there may be so many of: the unit, currency or period that the word names, or a century."""
        unit = self.roles.get("unit") or self.roles.get("currency") or self.roles.get("period")
        return str(unit) if unit else "century" if "century" in self.roles else None


@dataclass(frozen=True, slots=True)
class Lexicon:
    words: dict[str, Sense]
    phrases: dict[
        str, tuple[tuple[tuple[str, ...], Sense], ...]
    ]  # first word -> (other words, sense), longest first
    exact: frozenset[str]  # folded words that count only in the spelling of the data file
    spellings: frozenset[str]
    spelled: dict[str, Sense]  # words with the one vowel that tells them from others

    def measure(self, word: str) -> str | None:
        """The unit that a folded word names."""
        sense = self.words.get(word)
        return sense.measure if sense else None


@cache
def lexicon(language: str) -> Lexicon:
    """The words of languages/<language>/quantities.toml, in Arabic with every particle that can be written onto them."""
    data = language_data(language, "quantities")
    weak = frozenset(map(folded, data["homograph"]["words"]))
    exact = frozenset(map(folded, data["homograph"]["exact"]))
    words: dict[str, Sense] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], Sense]]] = {}
    for form, roles in _forms(data).items():
        first, *rest = form.split(" ")
        for lead in (
            ("",)
            if language != "ar" or form in exact or len(form) == 1
            else _leads(roles, homograph=form in weak)
        ):
            named = lead.endswith("ال") and "ordinal" in roles  # السادس is sure where سادس is not
            sense = Sense(
                roles,
                lead,
                form in weak and not named,
                counts=not _NUMERIC.isdisjoint(roles),
                bears=not _BEARING.isdisjoint(roles),
            )
            if rest:
                phrases.setdefault(lead + first, []).append((tuple(rest), sense))
            elif lead + first not in words or len(lead) < len(words[lead + first].lead):
                words[lead + first] = sense
    return Lexicon(
        words,
        {first: tuple(sorted(found, key=lambda each: -len(each[0]))) for first, found in phrases.items()},
        exact,
        frozenset(data["homograph"]["exact"]),
        {
            lead + word: Sense({"fraction": _number(part)}, lead, weak=False, counts=True, bears=True)
            for part, listed in data["spelled"].items()
            for word in listed
            for lead in _LEADS
        },
    )


def _leads(roles: dict[str, Any], *, homograph: bool) -> tuple[str, ...]:
    """The particles that may stand before the word: not every one before what could be another word then."""
    if "and" in roles:
        return ("",)
    if "scale" in roles or "dual_scale" in roles:  # بألف, لألفي
        return _LEADS
    return _LEADS_OF_HOMOGRAPHS if homograph else _LEADS


def _forms(data: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Folded form -> its roles; words are separated by one space, whatever else stood between them."""
    forms: dict[str, dict[str, Any]] = {}
    for role, table in data.items():
        if role in _OF_OTHERS:
            continue
        for name, spellings in table.items():
            for spelling in spellings:
                forms.setdefault(_plain(spelling), {}).update(_roles(role, name))
    return forms


def _roles(role: str, name: str) -> dict[str, Any]:
    if role == "dual":
        return {"cardinal": 2, "unit": name}
    if role in _NUMERIC:
        return {role: _number(name)}
    return {name: True} if role == "grammar" else {role: name}


def _number(name: str) -> Value:
    value = Fraction(name)
    return int(value) if value.denominator == 1 else value


def _plain(spelling: str) -> str:
    """Folded, with one space between the tokens that the reader will find in it."""
    return " ".join(_TOKENS.findall(folded(spelling)))
