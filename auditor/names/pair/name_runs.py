"""The words beside the word for a kind of place that are called by it: “des barrages de Mossoul, de Dokan et de Haditha”."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.names.pair.sides import Side
from auditor.names.words.person_words import latin_words

MOST = 10
"""Words that names joined to one another have together."""
JOINTS = " \u00a0\u202f'’-"


def runs(side: Side, kinds: frozenset[str]) -> Iterator[list[int]]:
    """For each word for the kind the words after it that it may be said of, then those before it; particles and “and” aside."""
    for place, word in enumerate(side.words):
        if word.folded in kinds:
            yield _after(side, place)
            yield _before(side, place)


def _after(side: Side, place: int) -> list[int]:
    words, found, there, of = side.words, list[int](), place + 1, False
    while there < len(words) and there - place <= MOST:
        word = words[there]
        mark = side.between(there - 1, there).strip(JOINTS)
        if mark and not (found and mark == ","):
            break
        if word.folded in latin_words("of"):
            of = True
        elif word.folded not in latin_words("and") and word.folded not in latin_words("name_articles"):
            is_first = there == place + 1
            if not (word.is_capital or is_first or (of and not found)):
                break
            found.append(there)
            if not word.is_capital and not is_first:
                break
        there += 1
    return found


def _before(side: Side, place: int) -> list[int]:
    words, found, there = side.words, list[int](), place - 1
    while there >= 0 and place - there <= MOST:
        word = words[there]
        mark = side.between(there, there + 1).strip(JOINTS)
        if mark and not (found and mark == ","):
            break
        if word.is_capital and word.folded not in latin_words("of"):
            found.append(there)
        elif word.folded not in latin_words("and") and word.folded not in latin_words("name_articles"):
            break
        there -= 1
    return found
