"""Words, phrases and clauses that stand twice in a passage: at once, on both sides of a joining word, or further on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from operator import eq

from auditor.bitext import Passage
from auditor.damage.repetition_words import RepetitionWords, repetition_words
from auditor.folding import words
from auditor.terms.inflection import latin_key

LEAST = 4  # letters of a content word that may be said twice around a joining word
ALIKE = 4  # letters that two forms of one word share at least
LONGEST = 14  # words of a phrase said twice at once
CLAUSE = 4  # content words of a clause said twice in a passage
WINDOW = (
    7  # words in which the original may say a word twice that the translation doubles around a joining word
)
PHRASE = 6  # words of a phrase that may be said twice around a joining word
NEAR = 4  # words between two that a joining word joins, at most
_RAW = re.compile(r"\w+")
_PARTED = re.compile(r"[,;:.()«»“”\"\n]")
Spoken = list[tuple[str, int, int]]  # folded words with their slices


@dataclass(frozen=True, slots=True)
class Doubled:
    """`kind`: "at once", "joined" or "again"; the passage holds both, of what is said again the second time.

    `words` are the folded words that are said twice.
    """

    kind: str
    passage: Passage
    words: tuple[str, ...]


def doubled(passage: Passage) -> tuple[Doubled, ...]:
    """What a French or English passage says twice, in text order, none within another."""
    raw = _RAW.findall(passage.text.lower())
    long = [word for word in raw if len(word) >= LEAST]
    again = len(long) - len(set(long))
    may_row = _may_row(raw, again)
    may_join = len({word[:ALIKE] for word in long}) < len(long) and _may_join(
        raw, repetition_words(passage.language), again
    )
    may_again = again >= CLAUSE - 1
    if not (may_again or may_row or may_join):
        return ()
    spoken = words(passage.text)
    found = list(_at_once(passage, _parts(spoken))) if may_row else []
    if may_join:
        found += [*_joined_phrases(passage, spoken), *_joined(passage, spoken)]
    if may_again:
        found += _again(passage, spoken)
    kept: list[Doubled] = []
    for each in sorted(found, key=lambda each: (each.passage.start, -each.passage.end, each.kind)):
        if not any(each.passage.overlaps(other.passage) for other in kept):
            kept.append(each)
    return tuple(kept)


def _may_row(raw: list[str], again: int) -> bool:
    """Whether a word or a phrase follows itself at once, punctuation aside; `again`: long words said before."""
    pairs = list(pairwise(raw))
    if any(map(eq, raw, raw[1:])) or any(map(eq, pairs, pairs[2:])):
        return True
    if not again:
        return False
    last: dict[str, int] = {}
    for place, word in enumerate(raw):
        first = last.get(word)
        if first is not None and raw[first:place] == raw[place : 2 * place - first]:
            return True
        last[word] = place
    return False


def _may_join(raw: list[str], table: RepetitionWords, again: int) -> bool:
    """Whether two words begin alike with nothing but joining words between them, or two phrases are one on both sides."""
    joining, between = table.joining, table.between
    last: dict[str, int] = {}
    count = len(raw)
    for place, word in enumerate(raw):
        if len(word) >= LEAST:
            start = word[:ALIKE]
            if start in last and between.issuperset(raw[last[start] + 1 : place]):
                return True
            last[start] = place
        elif again and word in joining:
            for size in range(2, min(place, PHRASE, count - place - 1) + 1):
                if (
                    raw[place - 1] == raw[place + size]
                    and raw[place - size : place] == raw[place + 1 : place + 1 + size]
                ):
                    return True
    return False


def _at_once(passage: Passage, spoken: Spoken) -> Iterator[Doubled]:
    """A phrase and the same phrase, nothing but spaces between, however often."""
    index = 0
    for begin, size in _same_again(spoken):
        if begin < index or not _follows_itself(passage, spoken, begin, size):
            continue
        last = begin + size
        while _follows_itself(passage, spoken, last, size):
            last += size
        phrase = tuple(word for word, _, _ in spoken[begin : begin + size])
        yield Doubled("at once", passage.part(spoken[begin][1], spoken[last + size - 1][2]), phrase)
        index = last + size


def _same_again(spoken: Spoken) -> list[tuple[int, int]]:
    """Where a phrase may be said twice, and the number of its words: from left to right, the shorter first."""
    places: dict[str, list[int]] = {}
    candidates = []
    for place, (word, _, _) in enumerate(spoken):
        before = places.setdefault(word, [])
        candidates += [(each, place - each) for each in before if place - each <= LONGEST]
        before.append(place)
    return sorted(candidates)


def _follows_itself(passage: Passage, spoken: Spoken, begin: int, size: int) -> bool:
    """Whether the phrase of `size` words at `begin` is said again at once, and is none that may be."""
    end = begin + size
    if end + size > len(spoken) or any(
        spoken[begin + step][0] != spoken[end + step][0] for step in range(size)
    ):
        return False
    if passage.text[spoken[end - 1][2] : spoken[end][1]].strip():
        return False
    table = repetition_words(passage.language)
    text = passage.text[spoken[begin][1] : spoken[end][2]]
    first = spoken[begin][0]
    if size > 1:
        return any(not spoken[begin + step][0].isdecimal() for step in range(size))
    if len(first) < 3 and not first.isdecimal():
        return (
            first in table.short
            and text.islower()
            and not passage.text[spoken[end][2] :].lstrip()[:1].isupper()
        )
    return first not in table.doubled


def _joined(passage: Passage, spoken: Spoken) -> Iterator[Doubled]:
    """A content word, joining words, the same content word or another form of it."""
    parts = _parts(spoken)
    table = repetition_words(passage.language)
    for index, (form, _, _) in enumerate(parts):
        if len(form) < LEAST or not form.isalpha() or form in table.idioms or form in table.function:
            continue
        last = index + 1
        while last < len(parts) and last - index <= NEAR and parts[last][0] in table.between:
            last += 1
        between = {each for each, _, _ in parts[index + 1 : last]} & table.joining
        if between and last < len(parts) and _is_same(passage, parts[index], parts[last], between, table):
            # "des X et des X": the little words before both belong to what is doubled.
            shared = 0
            while (
                shared < index
                and last - shared - 1 > index + 1
                and parts[index - shared - 1][0] == parts[last - shared - 1][0]
            ):
                shared += 1
            yield Doubled("joined", passage.part(parts[index - shared][1], parts[last][2]), (form,))


def _joined_phrases(passage: Passage, spoken: Spoken) -> Iterator[Doubled]:
    """A phrase with a content word, a joining word, the same phrase."""
    parts = _parts(spoken)
    table = repetition_words(passage.language)
    forms = [form for form, _, _ in parts]
    for place, form in enumerate(forms):
        for size in range(min(place, PHRASE), 1, -1):
            phrase = tuple(forms[place - size : place])
            if form not in table.joining or phrase != tuple(forms[place + 1 : place + 1 + size]):
                continue
            start, end = parts[place - size][1], parts[place + size][2]
            content = any(len(each) >= LEAST and each not in table.function | table.idioms for each in phrase)
            if content and _PARTED.search(passage.text[start:end]) is None:
                yield Doubled("joined", passage.part(start, end), phrase)
                break


def _is_same(
    passage: Passage,
    one: tuple[str, int, int],
    other: tuple[str, int, int],
    between: frozenset[str] | set[str],
    table: RepetitionWords,
) -> bool:
    """Whether the words on both sides are one, and not two things: voyageurs et voyageuses, protein and proteins."""
    if one[0][:ALIKE] != other[0][:ALIKE] or latin_key(one[0], passage.language) != latin_key(
        other[0], passage.language
    ):
        return False
    text = passage.text[one[1] : other[2]]
    names = text[0].isupper() and passage.text[other[1]].isupper()
    forms = one[0] != other[0] and bool(between & table.coordinating)
    return not names and not forms and _PARTED.search(text) is None


def _parts(spoken: Spoken) -> Spoken:
    """The words without their elided articles, which stand as words of their own."""
    found: Spoken = []
    for word, start, end in spoken:
        lead, apostrophe, rest = word.rpartition("'")
        if apostrophe and rest and end - start == len(word):
            found += [(lead, start, start + len(lead) + 1), (rest, end - len(rest), end)]
        else:
            found.append((word, start, end))
    return found


def _again(passage: Passage, spoken: Spoken) -> Iterator[Doubled]:
    """A clause of CLAUSE content words or more that stands in the passage a second time."""
    function = repetition_words(passage.language).function
    content = [
        (word, start, end)
        for word, start, end in _parts(spoken)
        if (len(word) > 2 and word not in function) or word.isdecimal()
    ]
    seen: dict[tuple[str, ...], int] = {}
    place = 0
    while place + CLAUSE <= len(content):
        clause = tuple(word for word, _, _ in content[place : place + CLAUSE])
        first = seen.setdefault(clause, place)
        if place - first < CLAUSE or all(word.isdecimal() for word in clause):
            place += 1
            continue
        last = place + CLAUSE
        while (
            last < len(content)
            and first + last - place < place
            and content[last][0] == content[first + last - place][0]
        ):
            last += 1
        said = tuple(word for word, _, _ in content[place:last])
        yield Doubled("again", passage.part(content[place][1], content[last - 1][2]), said)
        place = last
