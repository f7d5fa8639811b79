"""Words that came to harm: halved, grown together, without their accents, misspelled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from auditor.bitext import Passage
from auditor.damage.damage import Damage
from auditor.damage.edits import LETTERS
from auditor.damage.spelling import is_word, misprints
from auditor.damage.word_forms import COMMON, FORMS_HAVE, FormsOf, forms_of
from auditor.folding import folded
from auditor.languages import language_data

TOKEN = re.compile(r"[^\W\d_]+")
_BY_LETTERS = re.compile(r"(?<![\w'’.-])[^\W\d_](?: [^\W\d_]){2,}(?![\w'’.-])")
_LETTERS = frozenset(LETTERS)
_ACCENTS = re.compile("[àâçèéêëîïôùûœ]", re.IGNORECASE)
_OUTSIDE = frozenset("@#/\\_0123456789=+&~$*<>{}|")
"""What stands beside a word in an address, a hashtag, an identifier."""
SURE, POSSIBLE = 1.5, -1.6
"""Log-odds of a misprint by itself, and with a word of the original that the word meant is known to render."""
REPEATED = 3
"""Times that a document has a word from which it is no misprint."""
UNACCENTED = 2
"""Words without their accents, and none with, from which a passage has lost them all."""


def damaged_words(target: Passage, source: str) -> Iterator[Damage]:
    """What happened to single words of `target` that `source` does not have as well, in no order."""
    text = target.text
    forms = forms_of(target.language)
    tokens = set(TOKEN.findall(text))
    if len(tokens & _LETTERS) > 2:
        yield from _spelled_out(target, forms)
    strange = tokens.difference(forms.levels)
    unknown = sorted(token for token in strange if token.islower() and token not in source)
    if not unknown:
        return
    bare: list[Damage] = []
    for word in unknown:
        places = _places(text, word)
        found = list(_halved(target, word, places, forms)) if places else []
        for place in () if found or not places else places:
            for damage in _of_word(target, word, place):
                (bare if damage.kind == "accent" else found).append(damage)
        yield from found
    if len(bare) >= UNACCENTED and _ACCENTS.search(text) is None:
        start, end = min(each.passage.start for each in bare), max(each.passage.end for each in bare)
        yield Damage("accents", Passage(target.document, start, end), None, 0.95)
    else:
        yield from bare


def _places(text: str, word: str) -> list[int]:
    """Where a word stands by itself, outside of addresses and identifiers."""
    found = []
    end = 0
    while (start := text.find(word, end)) >= 0:
        end = start + len(word)
        around = text[start - 1 : start] + text[end : end + 1]
        if not _OUTSIDE.isdisjoint(around) or around[:1].isalnum() * start or text[end : end + 1].isalnum():
            continue
        before, behind = text[max(0, start - 2) : start], text[end : end + 2]
        if not (before[1:] in ".@:" and before[:1].isalnum() and before[1:]) and not (
            behind[:1] in ".@:" and behind[1:].isalnum()
        ):
            found.append(start)
    return found


def _of_word(target: Passage, word: str, place: int) -> Iterator[Damage]:
    passage = target.part(place, place + len(word))
    accented = _with_accents(word, target.language)
    if accented is None and len(word) > 5 and word.isascii():
        accented = _accented_in(target.document.text, target.language).get(word)
    if accented:
        yield Damage("accent", passage, accented, 0.85)
        return
    parts = grown_together(word, target.language)
    if parts:
        yield Damage("glued", passage, parts, 0.85)
        return
    if target.document.text.count(word) < REPEATED:
        for found in misprints(word, target.language)[:1]:
            if found.score >= POSSIBLE:
                yield Damage(
                    "misspelled", passage, found.meant, 0.8 if found.score >= SURE and len(word) > 4 else 0.4
                )


@lru_cache(maxsize=1 << 16)
def _with_accents(word: str, language: str) -> str | None:
    """The common word that this is without its accents, where it is no word of its own in any language."""
    if language != "fr" or len(word) < 3 or not word.isascii():
        return None
    if (
        any(forms_of(each).level(word) for each in FORMS_HAVE)
        or word in language_data("fr", "damage")["bare"]
    ):
        return None
    accented = forms_of(language).accented(word)
    if accented is None or forms_of(language).level(accented) < COMMON:
        return None
    return accented


@lru_cache(maxsize=4)
def _accented_in(text: str, language: str) -> dict[str, str]:
    """The words in small letters that a text writes with accents, by what they are without."""
    if language != "fr" or text.isascii():
        return {}
    words = [word for word in dict.fromkeys(TOKEN.findall(text)) if word.islower() and not word.isascii()]
    return {
        folded(word): word
        for word in words
        if len(word) > 5 and not word.endswith(("é", "és", "ée", "ées", "à"))
    }


@lru_cache(maxsize=1 << 16)
def grown_together(word: str, language: str) -> str | None:
    """A common word and a word of grammar that lost the space between them, with it: ministredes."""
    if len(word) < 7 or is_word(word, language):
        return None
    level = forms_of(language).level
    before, behind = _grammar(language)
    for place in range(2, len(word) - 1):
        head, tail = word[:place], word[place:]
        if (tail in behind and len(head) >= 5 and level(head) >= COMMON) or (
            head in before and len(tail) >= 5 and level(tail) >= COMMON
        ):
            return f"{head} {tail}"
    return None


def _halved(target: Passage, word: str, places: list[int], forms: FormsOf) -> Iterator[Damage]:
    """A word and its neighbour that together are a common word, with a space or a hyphen and a break between them."""
    text = target.text
    for place in places:
        end = place + len(word)
        behind = re.match(r"(?: |-\s|\u00ad\s?|-)([^\W\d_]+)(?![\w’'-])", text[end : end + 40])
        before = re.search(r"(?<![\w’'-])([^\W\d_]+)(?: |-\s|\u00ad\s?|-)$", text[max(0, place - 40) : place])
        if behind and _joins(word, behind[1], behind[0], forms):
            yield Damage("halved", target.part(place, end + behind.end()), word + behind[1], 0.9)
        elif before and _joins(before[1], word, before[0], forms):
            start = place - (len(before[0]) - (before.start(1) - before.start()))
            yield Damage("halved", target.part(start, end), before[1] + word, 0.9)


def _joins(first: str, second: str, between: str, forms: FormsOf) -> bool:
    """Whether two neighbours are one common word; with a hyphen in its place only where neither can stand before one."""
    joined = first.lower() + second
    if (
        not second.islower()
        or forms.level(joined) < COMMON
        or len(joined) < 5
        or not first[1:].islower() * len(first) >= 1
    ):
        return False
    hyphenated = (
        "-" in between and not between.rstrip("-\u00ad").endswith(" ") and not re.search(r"\s", between)
    )
    return not (hyphenated and first.lower() in language_data(forms.language, "damage")["prefixes"])


def _spelled_out(target: Passage, forms: FormsOf) -> Iterator[Damage]:
    """A word whose letters stand apart: l e s, p r é s i d e n t."""
    for match in _BY_LETTERS.finditer(target.text):
        joined = match[0].replace(" ", "")
        if forms.level(joined.lower()) >= COMMON or (len(joined) > 4 and not joined.isupper()):
            yield Damage("split", target.part(match.start(), match.end()), joined, 0.9)


@cache
def _grammar(language: str) -> tuple[frozenset[str], frozenset[str]]:
    data = language_data(language, "damage")
    return frozenset(data["glued_before"]), frozenset(data["glued_behind"])
