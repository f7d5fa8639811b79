"""One of a thing for the Arabic dual of any noun, as the words aligned with it show: une lampe for مصباحين."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from auditor.bitext import Passage
from auditor.folding import folded
from auditor.languages import language_data
from auditor.quantities.differ.plain import plain_difference
from auditor.quantities.match.matching import match_pair
from auditor.quantities.quantity import Difference, PairQuantities
from auditor.quantities.read.lexicon import lexicon
from auditor.quantities.read.nouns import Scan, said_by

Rendering = Callable[[int], Passage | None]
"""The word of the translation that surely stands for the word of the original that begins at this place of the document."""
_FEMININE = re.compile(r"[وفبلك]{0,2}(?P<stem>\w{3,})(?:تين|تان)")
_MASCULINE = re.compile(r"[وفبلك]{0,2}(?P<stem>\w{3,})(?:ين|ان)")
_ADJECTIVE = re.compile(r"\w{3,}(?:ين|ان)")
_ENDINGS = ("ين", "ان")
_LEADS = ("", "و", "ف", "ب", "ل", "ك", "ول", "وب")
_AMONG = frozenset(("بينهم", "بينهن", "بينها", "منهم", "منهن", "ضمنهم"))
"""Words before the nominative, in which no plural but a broken one ends like the dual: بينهم قاصران."""
_TWO = 2
_BEFORE = 2
"""Words that may stand between an article and its noun: a new small farm."""
_BEHIND = 6
"""Words behind a noun in which another of its kind is named: an Egyptian and a Syrian expert."""


def lone_duals(here: Scan, target: Passage, rendering: Rendering) -> Iterator[tuple[Passage, Passage]]:
    """Duals of the original (`here`), each with the noun behind an article that the translation has for it.

    Says nothing where the translation has as many words for two as the original has duals, or names the two one by one.
    """
    known = list(duals(here))
    if not known:
        return
    there = Scan(target)
    twos = said_by(target.language, "two") | {"2"}
    said_twos = sum(word in twos for word in there.words)
    if said_twos and said_twos >= len(known) + sum(_says_two(word) for word in here.words):
        return
    for noun, last in known:
        for place in range(noun, last + 1):
            found = with_article(there, rendering(here.spans[place][0]))
            if found is not None:
                yield here.part(noun, last), found
                break


def duals(said: Scan) -> Iterator[tuple[int, int]]:
    """The first and the last word of each dual of an indefinite noun: the noun, and an adjective that agrees."""
    places = [place for place in range(len(said.words)) if _is_dual(said, place)]
    return ((place, place + (place + 1 in places)) for place in places if place - 1 not in places)


def with_article(said: Scan, rendered: Passage | None) -> Passage | None:
    """A word of the translation from the article of one thing on, if it has that."""
    ends = (
        place for place, (_, end) in enumerate(said.spans) if rendered is not None and end == rendered.end
    )
    noun = next(ends, None)
    first = _article(said, noun) if noun is not None else None
    return said.part(first, noun) if first is not None and noun is not None else None


def lone_dual(pair: PairQuantities, one: Passage, other: Passage) -> Difference:
    """What is to be said of a dual and the noun that stands for it."""
    message = f"the original has “{one.text}”, two of them, the translation “{other.text}”"
    return plain_difference(match_pair(pair), "number-changed", "replaced", (one, other), message)


def _is_dual(said: Scan, place: int) -> bool:
    """Whether this is the dual of an indefinite noun: in the feminine alone, otherwise before an adjective that agrees."""
    word = said.words[place]
    if (
        not word.endswith(_ENDINGS)
        or word.startswith("ال")
        or word in lexicon("ar").words
        or word in _singulars()
    ):
        return False
    if _bare(word) in _singulars():
        return False
    feminine = _FEMININE.fullmatch(word)
    if feminine is not None:
        return True
    if word.endswith("ان") and place and said.words[place - 1] in _AMONG:
        return True
    if any(word.removeprefix(lead)[:-2] in _broken() for lead in _LEADS):
        return True
    following = said.words[place + 1] if place + 1 < len(said.words) else ""
    return (
        _MASCULINE.fullmatch(word) is not None
        and _ADJECTIVE.fullmatch(following) is not None
        and following[-2:] == word[-2:]
        and following not in lexicon("ar").words
        and _bare(following) not in _singulars()
        and not following.startswith("ال")
    )


def _bare(word: str) -> str:
    return word[1:] if word[:1] in "وفبلك" else word


def _says_two(word: str) -> bool:
    """Whether a word of the original says two without being one of the duals that are asked for."""
    sense = lexicon("ar").words.get(word)
    return word in said_by("ar", "two") or (sense is not None and sense.roles.get("cardinal") == _TWO)


def _article(said: Scan, noun: int) -> int | None:
    """The place of the article of one thing before a noun in the singular, unless another is named behind it."""
    word = said.words[noun]
    if word.endswith(("s", "x", "z")) and not word.endswith("ss"):
        return None
    ones = said_by(said.passage.language, "one")
    others = said_by(said.passage.language, "another")
    if not others.isdisjoint(said.words[noun + 1 : noun + 1 + _BEHIND]):
        return None
    for place in range(noun - 1, max(-1, noun - 2 - _BEFORE), -1):
        if said.words[place] in ones:
            return place
    return None


@cache
def _singulars() -> frozenset[str]:
    """Folded words that end like a dual and are none."""
    return frozenset(map(folded, language_data("ar", "counted_nouns")["words"]["no_dual"]))


@cache
def _broken() -> frozenset[str]:
    """Folded masculine nouns whose plural is not spelled like their dual."""
    return frozenset(map(folded, language_data("ar", "counted_nouns")["words"]["broken"]))
