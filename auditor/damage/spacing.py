"""Words that are torn apart, and words that have grown together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from auditor.bitext import Passage
from auditor.damage.damage import Damage
from auditor.damage.spelling import is_form, is_word
from auditor.damage.word_forms import COMMON, SEEN, FormsOf, forms_of
from auditor.languages import language_data

_BY_LETTERS = re.compile(r"(?<![\w'’.-])[^\W\d_](?: [^\W\d_]){2,}(?![\w'’.-])")
_BEHIND = re.compile(r"(?: |-\s|\u00ad\s?|-)([^\W\d_]+)(?![\w’'-])")
_BEFORE = re.compile(r"(?<![\w’'-])([^\W\d_]+)(?: |-\s|\u00ad\s?|-)$")


def may_join(tokens: Sequence[str], word: str, forms: FormsOf) -> bool:
    """Whether a word and a neighbour may be one."""
    levels = forms.levels
    last = len(tokens) - 1
    place = -1
    for _ in range(tokens.count(word)):
        place = tokens.index(word, place + 1)
        before, behind = tokens[place - 1] if place else "", tokens[place + 1] if place < last else ""
        if before and (before.lower() + word in levels or before.lower() not in levels):
            return True
        if behind and (word + behind in levels or behind not in levels):
            return True
    return False


def halved(target: Passage, word: str, places: list[int], forms: FormsOf) -> Iterator[Damage]:
    """A word and its neighbour that together are a common word, with a space or a hyphen and a break between them."""
    text = target.text
    for place in places:
        end = place + len(word)
        behind = _BEHIND.match(text[end : end + 40])
        before = _BEFORE.search(text[max(0, place - 40) : place])
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


def spelled_out(target: Passage, forms: FormsOf) -> Iterator[Damage]:
    """A word whose letters stand apart: l e s, p r é s i d e n t."""
    for match in _BY_LETTERS.finditer(target.text):
        joined = match[0].replace(" ", "")
        if forms.level(joined.lower()) >= COMMON or (len(joined) > 4 and not joined.isupper()):
            yield Damage("split", target.part(match.start(), match.end()), joined, 0.9)


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


@cache
def _grammar(language: str) -> tuple[frozenset[str], frozenset[str]]:
    data = language_data(language, "damage")
    return frozenset(data["glued_before"]), frozenset(data["glued_behind"])
