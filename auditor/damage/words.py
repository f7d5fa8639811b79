"""Words that came to harm: halved, grown together, without their accents, misspelled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from auditor.bitext import Passage
from auditor.damage.accents import accented_there, with_accents
from auditor.damage.damage import Damage
from auditor.damage.edits import LETTERS
from auditor.damage.spacing import grown_together, halved, may_join, spelled_out
from auditor.damage.spelling import is_word, misprints
from auditor.damage.word_forms import FREQUENT, forms_of

TOKEN = re.compile(r"[^\W\d_]+")
_LETTERS = frozenset(LETTERS)
_SINGLE = frozenset("acdjlmnstyàio")
"""Letters that stand alone in sound texts: l’, d’, a, y, I’ve, don’t."""
_COMBINING = re.compile("[\u0300-\u036f]")
_ACCENTS = re.compile("[àâçèéêëîïôùûœ]", re.IGNORECASE)
_OUTSIDE = frozenset("@#/\\_0123456789=+&~$*<>{}|")
"""What stands beside a word in an address, a hashtag, an identifier."""
SURE, POSSIBLE = 1.2, -1.6
"""Log-odds of a misprint by itself, and with a word of the original that the word meant is known to render."""
MINIMUM = 4
"""Letters of the beginning of a word that tell which word it is."""
REPEATED = 3
"""Times that a document has a word from which it is no misprint."""
UNACCENTED = 2
"""Words without their accents, and none with, from which a passage has lost them all."""


def damaged_words(target: Passage, source: str) -> Iterator[Damage]:
    """What happened to single words of `target` that `source` does not have as well, in no order."""
    text = target.text
    forms = forms_of(target.language)
    tokens = TOKEN.findall(text)
    kinds = set(tokens)
    letters = kinds & _LETTERS
    if len(letters) > 2 and not letters <= _SINGLE:
        yield from spelled_out(target, forms)
    unknown = sorted(
        token for token in kinds.difference(forms.levels) if token.islower() and token not in source
    )
    if not unknown or _COMBINING.search(text):
        return
    bare: list[Damage] = []
    for word in unknown:
        beside = may_join(tokens, word, forms)
        if not beside and _is_sound(word, target):
            continue
        places = _places(text, word)
        found = list(halved(target, word, places, forms)) if beside else []
        for place in () if found else places:
            for damage in _of_word(target, word, place):
                (bare if damage.kind == "accent" else found).append(damage)
        yield from found
    if len(bare) >= UNACCENTED and _ACCENTS.search(text) is None:
        start, end = min(each.passage.start for each in bare), max(each.passage.end for each in bare)
        yield Damage("accents", Passage(target.document, start, end), None, 0.95)
    else:
        yield from bare


def _is_sound(word: str, target: Passage) -> bool:
    """Whether nothing can have happened to a word, wherever it stands."""
    return _has_no_reading(word, target.language) and accented_there(word, target) is None


@lru_cache(maxsize=1 << 16)
def _has_no_reading(word: str, language: str) -> bool:
    return (
        with_accents(word, language) is None
        and grown_together(word, language) is None
        and not any(each.score >= POSSIBLE for each in misprints(word, language)[:1])
        and _continued(word, language) is None
    )


def _places(text: str, word: str) -> list[int]:
    """Where a word stands by itself, outside of addresses and identifiers."""
    found = []
    end = 0
    while (start := text.find(word, end)) >= 0:
        end = start + len(word)
        around = text[start - 1 : start] + text[end : end + 1]
        if not _OUTSIDE.isdisjoint(around) or around[:1].isalnum() * start or text[end : end + 1].isalnum():
            continue
        # A quotation whose first letter was changed: [w]hile.
        if text[start - 1 : start] == "]" or text[end : end + 1] == "[":
            continue
        before, behind = text[max(0, start - 2) : start], text[end : end + 2]
        if not (before[1:] in ".@:" and before[:1].isalnum() and before[1:]) and not (
            behind[:1] in ".@:" and behind[1:].isalnum()
        ):
            found.append(start)
    return found


def _of_word(target: Passage, word: str, place: int) -> Iterator[Damage]:
    passage = target.part(place, place + len(word))
    accented = with_accents(word, target.language) or accented_there(word, target)
    if accented:
        yield Damage("accent", passage, accented, 0.85)
        return
    parts = grown_together(word, target.language)
    if parts:
        yield Damage("glued", passage, parts, 0.85)
        return
    text = target.document.text
    if text.count(word) >= REPEATED or word.capitalize() in text:  # les Sâmes, la région sâme
        return
    for found in misprints(word, target.language)[:1]:
        sure = found.score >= SURE and len(word) > 4
        if sure or (found.score >= POSSIBLE and not found.at_end):
            yield Damage("misspelled", passage, found.meant, 0.8 if sure else 0.4)
            return
    whole = _continued(word, target.language)
    if whole:
        yield Damage("begun", passage, whole, 0.4)


@lru_cache(maxsize=1 << 16)
def _continued(word: str, language: str) -> str | None:
    """The commonest word that an unknown one of MINIMUM letters or more is the beginning of, two letters short or more."""
    forms = forms_of(language)
    if len(word) < MINIMUM or is_word(word, language):
        return None
    longer = [
        form for form in forms.beginning(word) if len(form) >= len(word) + 2 and forms.level(form) >= FREQUENT
    ]
    return max(longer, key=lambda form: (forms.level(form), -len(form), form), default=None)
