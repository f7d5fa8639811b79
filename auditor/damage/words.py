"""Words that came to harm: halved, grown together, without their accents, misspelled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from auditor.bitext import Passage
from auditor.damage.damage import Damage
from auditor.damage.edits import LETTERS
from auditor.damage.spelling import is_form, is_word, misprints
from auditor.damage.word_forms import COMMON, FORMS_HAVE, FormsOf, forms_of
from auditor.folding import folded
from auditor.languages import language_data

TOKEN = re.compile(r"[^\W\d_]+")
_BY_LETTERS = re.compile(r"(?<![\w'’.-])[^\W\d_](?: [^\W\d_]){2,}(?![\w'’.-])")
_LETTERS = frozenset(LETTERS)
_ACCENTS = re.compile("[àâçèéêëîïôùûœ]", re.IGNORECASE)
_OUTSIDE = frozenset("@#/\\_0123456789=+&~$*<>{}|")
"""What stands beside a word in an address, a hashtag, an identifier."""
SURE, POSSIBLE = 1.2, -1.6
"""Log-odds of a misprint by itself, and with a word of the original that the word meant is known to render."""
MINIMUM = 4
"""Letters of the beginning of a word that tell which word it is."""
SEEN, FREQUENT = 5, 100
"""Times seen from which a word may have lost its accents, and where it is a word of another language without them."""
_OPTIONAL = str.maketrans("îû", "iu")
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
    if target.document.text.count(word) >= REPEATED:
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


@lru_cache(maxsize=1 << 16)
def _with_accents(word: str, language: str) -> str | None:
    """The word that this is without its accents, where it is no French word; one that is a word of English is a common one.

    The spelling of 1990 does without most circumflex accents on i and u.
    """
    level = forms_of(language).level
    if language != "fr" or len(word) < 3 or not word.isascii() or level(word):
        return None
    accented = forms_of(language).accented(word)
    if (
        accented is None
        or accented.translate(_OPTIONAL) == word
        or word in language_data("fr", "damage")["bare"]
    ):
        return None
    if _is_verb(word, forms_of(language)):
        return None
    known_elsewhere = any(forms_of(each).level(word) for each in FORMS_HAVE)
    return accented if level(accented) >= (FREQUENT if known_elsewhere else SEEN) else None


def _is_verb(word: str, forms: FormsOf) -> bool:
    """Whether a word is a form of a verb whose participle is the same but for an accent: infecte, infectes."""
    data = language_data(forms.language, "damage")
    return any(
        word.endswith(ending)
        and any(forms.level(word.removesuffix(ending) + sign) >= SEEN for sign in data["verb_signs"])
        for ending in data["verb_endings"]
    )


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
        if (tail in behind and len(head) >= 5 and level(head) >= (SEEN if tail[1:] == "es" else 2)) or (
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
    if not second.islower() or len(joined) < 5 or not (first.islower() or first.istitle()):
        return False
    if forms.level(first.lower()) or forms.level(second):
        known = forms.level(joined) >= SEEN
    else:
        known = is_form(joined, forms)
    if not known:
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
