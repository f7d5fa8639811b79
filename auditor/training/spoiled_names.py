"""Sound pairs, and the same with a name exchanged, garbled, or rendered as a word: what stand-ins are judged by."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditor.names.anchors import entry
from auditor.names.comparison import GENERAL, Comparison
from auditor.names.conformity import conforms
from auditor.names.forms import SPELLS, alike
from auditor.names.gazetteer import gazetteer
from auditor.names.sides import is_nationality
from auditor.training.planted_names import NamePair
from auditor.word_alignment import lexicon, vocabulary

CONSONANTS = "bcdfghjklmnprstvz"
ENDINGS = ("man", "ran", "let", "bar", "din", "ic", "os", "el", "ad", "ore", "ine", "ette", "son", "ak", "im")


@dataclass(frozen=True, slots=True)
class Spoiled:
    """A pair, whose words `names` of the original and slice `wrong` of the target do not belong together; None: it is sound."""

    pair: NamePair
    kind: str = "sound"
    names: tuple[int, int] = (0, 0)
    wrong: tuple[int, int] | None = None


def spelled_words(compared: Comparison) -> list[tuple[int, int]]:
    """Words of both sides that spell each other and nothing else, the second with a capital."""
    source, target = compared.source, compared.target
    found = []
    for there, other in enumerate(target.words):
        if not other.is_capital or len(other.folded) < 4 or other.is_acronym:
            continue
        here = [index for index, word in enumerate(source.words) if alike(word, other) >= SPELLS]
        if len(here) == 1 and sum(each.folded == other.folded for each in target.words) == 1:
            found.append((here[0], there))
    return found


def spoil(pair: NamePair, pool: Sequence[str], draw: random.Random) -> Iterator[Spoiled]:
    """A word of a name of the pair in up to four wrong ways."""
    compared = pair.comparison()
    places = spelled_words(compared)
    if not places:
        return
    here, there = draw.choice(places)
    word = compared.source.words[here].folded
    part = compared.target.part(there, there)
    for kind, text in (
        ("exchanged", draw.choice(pool)),
        ("garbled", garbled(part.text, draw)),
        ("garbled", garbled(part.text, draw)),
        ("translated", translated(word, pair.languages, draw)),
    ):
        if not text or conforms(word, text) or text.lower() in pair.target.lower():
            continue
        whole = pair.target[: part.start] + text + pair.target[part.end :]
        spoiled = NamePair(pair.source, whole, pair.languages, wrong=True)
        yield Spoiled(spoiled, kind, (here, here), (part.start, part.start + len(text)))


def misplaced(pair: NamePair, draw: random.Random) -> Iterator[Spoiled]:
    """A country, city or nationality of both sides exchanged for another of its kind."""
    compared = pair.comparison()
    target = compared.target
    shared = [
        (own, each)
        for each in target.mentions
        for own in compared.source.mentions
        if each.first == each.last and own.places & each.places
        and sum(bool(other.places & each.places) for other in target.mentions) == 1
    ]  # fmt: skip
    if not shared:
        return
    own, each = draw.choice(shared)
    people = is_nationality(each)
    forms = [
        form.shown
        for place, listed in sorted(gazetteer(pair.languages[1]).places.items())
        if place not in GENERAL
        for form in listed
        if form.shown and len(form.words) == 1 and bool(form.ending) == people
    ]
    text = draw.choice(forms)
    if not people or pair.languages[1] == "en":
        text = text[0].upper() + text[1:]
    part = target.part(each.first, each.last)
    whole = pair.target[: part.start] + text + pair.target[part.end :]
    spoiled = NamePair(pair.source, whole, pair.languages, wrong=True)
    yield Spoiled(
        spoiled, "people" if people else "place", (own.first, own.last), (part.start, part.start + len(text))
    )


def garbled(name: str, draw: random.Random) -> str:
    """A name with a consonant changed, taken out, put in or swapped, a syllable lost, or another ending."""
    for _ in range(8):
        way = draw.randrange(6)
        inner = [place for place in range(1, len(name)) if name[place].lower() in CONSONANTS]
        if not inner:
            return ""
        place = draw.choice(inner)
        if way == 0:
            found = name[:place] + draw.choice(CONSONANTS) + name[place + 1 :]
        elif way == 1 and len(name) > 5:
            found = name[:place] + name[place + 2 :]
        elif way == 2:
            found = name[:place] + draw.choice(CONSONANTS) + name[place:]
        elif way == 3:
            found = name[: max(2, len(name) // 2)] + draw.choice(ENDINGS)
        elif way == 4 and place + 2 < len(name):
            found = name[:place] + name[place + 2] + name[place + 1] + name[place] + name[place + 3 :]
        else:
            found = name[:place] + draw.choice(CONSONANTS) + draw.choice("aeiou") + name[place + 1 :]
        if found.lower() != name.lower():
            return found
    return ""


def translated(word: str, languages: tuple[str, str], draw: random.Random) -> str:
    """A word of the lexicon for a name that is a word as well, or any other, as it stands after an article."""
    known = vocabulary(languages[1])
    place = entry(word, languages[0])
    text = ""
    if place is not None:
        others, ahead, _ = lexicon(*languages).row(place)
        chosen = [int(other) for other, share in zip(others[:6], ahead[:6], strict=False) if share > 0.04]
        if chosen:
            text = known.spelling(draw.choice(chosen))
    if not text or not text.isalpha():
        text = known.spelling(draw.randrange(200, 6000))
    if draw.random() < 0.6:
        text = text[0].upper() + text[1:]
    article = ("le ", "la ") if languages[1] == "fr" else ("the ",)
    return draw.choice(article) + text if draw.random() < 0.35 else text
