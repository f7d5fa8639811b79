"""Words and phrases that stand on both sides of a joining word: X and X, X of X."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.bitext import Passage
from auditor.damage.doubling import LEAST, Doubled, Spoken, parts_of
from auditor.damage.repetition_words import RepetitionWords, repetition_words
from auditor.terms.inflection import latin_key

ALIKE = 4  # letters that two forms of one word share at least
PHRASE = 6  # words of a phrase that may be said twice around a joining word
NEAR = 4  # words between two that a joining word joins, at most
_PARTED = re.compile(r"[,;:.()«»“”\"\n]")


def may_join(raw: list[str], table: RepetitionWords, again: int) -> bool:
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


def joined_words(passage: Passage, spoken: Spoken) -> Iterator[Doubled]:
    """A content word, joining words, the same content word or another form of it."""
    parts = parts_of(spoken)
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
            kind = "joined" if between & table.coordinating else "of"
            yield Doubled(
                kind,
                passage.part(parts[index - shared][1], parts[last][2]),
                (form,),
                _place(passage, parts[last][1]),
            )


def joined_phrases(passage: Passage, spoken: Spoken) -> Iterator[Doubled]:
    """A phrase with a content word, a joining word, the same phrase."""
    parts = parts_of(spoken)
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
                kind = "joined" if form in table.coordinating else "of"
                yield Doubled(kind, passage.part(start, end), phrase, _place(passage, parts[place][1]))
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


def _place(passage: Passage, start: int) -> float:
    return start / (passage.end - passage.start)
