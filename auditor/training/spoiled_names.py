"""Sound pairs, and the same with a name exchanged, garbled, or rendered as a word: what stand-ins are judged by."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from auditor.names.pair.anchors import entry
from auditor.names.pair.comparison import GENERAL, Comparison
from auditor.names.pair.forms import SPELLS, alike
from auditor.names.pair.sides import is_nationality
from auditor.names.spelling.conformity import conforms
from auditor.names.words.gazetteer import gazetteer
from auditor.training.corpora import rows
from auditor.training.listed_words import word_pairs
from auditor.training.planted_names import NamePair, development_sets, sample
from auditor.word_alignment import lexicon, vocabulary

LISTS = ("google_translit", "wof_arab_places")
SAMPLES = (("ar-fr", "un_v1", 500), ("ar-en", "un_v1", 500), ("ar-en", "mt_geneval", 400), ("ar-fr", "ndi", 300),
           ("ar-en", "ndi", 300), ("ar-en", "mlqa", 300), ("ar-en", "xquad", 300))  # fmt: skip
"""Pairs taken of a training file and corpus, drawn with a fixed seed."""
MADE_UP = 0.35
"""Share of the pairs that are taken a second time, with names of lists."""
POOL = 3000
SHORTEST = 3
CONSONANTS = "bcdfghjklmnprstvz"
ENDINGS = ("man", "ran", "let", "bar", "din", "ic", "os", "el", "ad", "ore", "ine", "ette", "son", "ak", "im")


@dataclass(frozen=True, slots=True)
class Spoiled:
    """A pair, whose words `names` of the original and slice `wrong` of the target do not belong together; None: it is sound."""

    pair: NamePair
    kind: str = "sound"
    names: tuple[int, int] = (0, 0)
    wrong: tuple[int, int] | None = None
    is_made_up: bool = False


def spoiled_names(folder: Path) -> Iterator[Spoiled]:
    """Even rows of the development sets and samples of training texts, sound and spoiled, and some with listed names."""
    draw = random.Random(5)  # noqa: S311
    listed = listed_names(folder / "lexicon")
    sets = [each for each in development_sets(folder / "dev", 0) if each and each[0].languages[0] == "ar"]
    sets += [sample(folder / "train", *each) for each in SAMPLES]
    for pairs in sets:
        names = {part for pair in pairs[::2] for part in spelled_parts(pair)}
        pool = sorted(names) or [latin for _, latin in listed]
        for pair in pairs:
            yield Spoiled(pair, "sound")
            yield from spoil(pair, pool, draw)
            yield from misplaced(pair, draw)
            made_up = renamed(pair, listed, draw) if draw.random() < MADE_UP else None
            if made_up is not None:
                yield Spoiled(made_up, "sound", is_made_up=True)
                strangers = [latin for _, latin in listed[:POOL]]
                yield from (replace(each, is_made_up=True) for each in spoil(made_up, strangers, draw))


def listed_names(lexicon: Path) -> list[tuple[str, str]]:
    """Arabic and Latin spellings of names and places of lists, in an order drawn with a fixed seed."""
    draw = random.Random(5)  # noqa: S311
    found: list[tuple[str, str]] = []
    for name in LISTS:
        pairs = {pair for path in sorted(lexicon.glob(f"{name}*")) for pair in word_pairs(rows(path))}
        long = sorted(
            (one, other.capitalize()) for one, other in pairs if min(len(one), len(other)) > SHORTEST
        )
        found += draw.sample(long, min(POOL * 2, len(long)))
    draw.shuffle(found)
    return found


def spelled_parts(pair: NamePair) -> list[str]:
    compared = pair.comparison()
    return [compared.target.part(there, there).text for _, there in spelled_words(compared)]


def renamed(pair: NamePair, listed: Sequence[tuple[str, str]], draw: random.Random) -> NamePair | None:
    """The names of both sides, those of the gazetteer apart, exchanged for listed ones."""
    compared = pair.comparison()
    places = [each for each in spelled_words(compared) if each[0] not in compared.source.covered]
    if not places:
        return None
    source, target = pair.source, pair.target
    chosen = [(*each, *draw.choice(listed)) for each in places]
    for here, _, arabic, _ in sorted(chosen, reverse=True):
        part = compared.source.part(here, here)
        source = source[: part.start] + arabic + source[part.end :]
    for _, there, _, latin in sorted(chosen, key=lambda each: -each[1]):
        part = compared.target.part(there, there)
        target = target[: part.start] + latin + target[part.end :]
    return NamePair(source, target, pair.languages)


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
