"""Names of the original that nothing in the translation stands for, and how sure that is.

A name is left over where no word of the translation, of the pairs beside it included, spells it or is known to render it.
Whether it was lost or replaced, or is rendered in a way that cannot be seen here, is judged by a forest over FEATURES and
CONTEXT where the original is Arabic (data/leftovers.npz), by a logistic regression over FEATURES alone where it is not
(data/leftovers.toml); `python -m auditor.training names` fits both.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from auditor.names.pair.comparison import GENERAL, Comparison, any_alike, any_sounds_like
from auditor.names.pair.forms import SHORTEST, SPELLS, WordForm, are_alike, likest
from auditor.names.pair.likeness import are_joined_alike, resemblance
from auditor.names.pair.sides import Mention, Side, is_nationality
from auditor.names.slots.lost_context import context
from auditor.names.slots.slots import Slots

FEATURES = (
    "constant", "country", "city", "word", "nameness", "rare", "bare", "article", "opens", "acronym", "short",
    "titled", "beside_name", "beside_unheard", "best", "unheard", "strange", "foreign", "acronyms",
    "partner", "partner_near", "partner_beside", "partner_place", "partner_rare", "partner_long", "partner_nameness", "partner_score", "acronym_alone", "country_alone", "length", "size", "latin", "repeated", "hole", "hole_alone",
)  # fmt: skip
DOUBT = 1e-3
WORDY = 0.2
"""Logarithm of the target's words for each of the source, above which more of them tell nothing."""


@dataclass(frozen=True, slots=True)
class Leftover:
    """A name of the original, words `first` to `last`, that has no counterpart; `partner`: words that may replace it."""

    first: int
    last: int
    partner: tuple[int, int] | None
    is_like_partner: bool  # both are places, or both are not
    features: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    first: int
    last: int
    mention: Mention | None
    best: float


def leftovers(pair: Comparison, slots: Slots | None = None) -> list[Leftover]:
    """Every name that is left over, with its features, in text order; `slots`: those of the pair, where they are known."""
    found = list(_candidates(pair))
    if not found:
        return []
    partners = _partners(pair)
    heard = _heard(pair, found)
    judged = [_leftover(pair, each, found, partners, heard) for each in found]
    if pair.source.passage.language != "ar":
        return judged
    slots = slots or Slots(pair)
    return [
        replace(each, features=(*each.features, *context(slots, each.first, each.last))) for each in judged
    ]


def _candidates(pair: Comparison) -> Iterator[_Candidate]:
    words = pair.source.words
    likely = [
        index for index, word in enumerate(words) if word.may_be_left and index not in pair.source.covered
    ]
    likely += [index for index in pair.source.names if _is_introduced(pair, index)]
    if not likely and not pair.lost:
        return
    capitals = pair.capitals
    lost = {
        mention.first: mention
        for mention in pair.lost
        if not mention.places & GENERAL
        and not is_nationality(mention)
        and (pair.source.words[mention.first].is_arabic or pair.source.words[mention.first].is_capital)
    }
    for index in sorted((*likely, *lost)):
        mention = lost.get(index)
        named = words[index : mention.last + 1] if mention else words[index : index + 1]
        if any(any_alike(word, capitals, SPELLS) for word in named):
            continue
        if not any(any_sounds_like(word, pair.lower) for word in named):
            best = max([likest(word, capitals) for word in named])
            yield _Candidate(index, mention.last if mention else index, mention, best)


def _is_introduced(pair: Comparison, index: int) -> bool:
    """Whether a title, or a name that the translation has, stands before a rare word that does not look like one: ناصر بوريطة."""
    word = pair.source.words[index]
    if not index or word.may_be_left or not word.is_rare or len(word.folded) < SHORTEST:
        return False
    before = pair.source.words[index - 1]
    return before.is_title or any_alike(before, pair.capitals, SPELLS)


def is_joined(pair: Comparison, index: int) -> bool:
    """Whether two words of one side spell the name together: نيويورك New York, عبد الله Abdallah."""
    words = pair.source.words
    before, after = words[max(0, index - 1) : index + 1], words[index : index + 2]
    for side in pair.targets:
        for place, word in enumerate(side.words):
            if not word.is_capital:
                continue
            two = side.words[place : place + 2]
            if len(two) == 2 and are_joined_alike((words[index],), two):
                return True
            if word.is_initial_of(words[index]):
                return True
            if any(len(each) == 2 and are_joined_alike(each, (word,)) for each in (before, after)):
                return True
    return False


def _partners(pair: Comparison) -> list[tuple[int, int, bool]]:
    """Names of the translation that the original does not have: first and last word, whether it is a place."""
    found = [(each.first, each.last, True) for each in pair.foreign if not is_nationality(each)]
    for index in pair.strange:
        if not _may_replace(pair.target.words[index]):
            continue
        if found and found[-1][1] == index - 1 and not found[-1][2]:
            found[-1] = (found[-1][0], index, False)
        else:
            found.append((index, index, False))
    return sorted(found)


def _may_replace(word: WordForm) -> bool:
    """Whether a strange word is a name rather than the opening of a sentence."""
    return word.is_rare or word.nameness > 0


def _heard(pair: Comparison, found: Sequence[_Candidate]) -> frozenset[int]:
    """Words of the original that a capitalised word of the translation spells, beside those left over."""
    wanted = {
        index
        for each in found
        for index in (each.first - 1, each.last + 1)
        if 0 <= index < len(pair.source.words)
    }
    return frozenset(index for index in wanted if any_alike(pair.source.words[index], pair.capitals, SPELLS))


def _leftover(
    pair: Comparison,
    each: _Candidate,
    found: Sequence[_Candidate],
    partners: Sequence[tuple[int, int, bool]],
    heard: frozenset[int],
) -> Leftover:
    source, target = pair.source, pair.target
    word = source.words[each.first]
    mention = each.mention
    country = mention is not None and mention.is_country
    before = source.words[each.first - 1] if each.first else None
    unheard = [other for other in found if other is not each]
    beside = any(other.last == each.first - 1 or other.first == each.last + 1 for other in unheard)
    partner = min(partners, key=lambda one: (_apart(pair, each, one), one), default=None)
    gap = _apart(pair, each, partner) if partner else 1.0
    sizes = max(1, len(source.words)), max(1, len(target.words))
    values = {
        "constant": 1.0,
        "country": country,
        "city": mention is not None and not country,
        "word": mention is None,
        "nameness": _clipped(word.nameness) if mention is None else 0.0,
        "rare": mention is None and word.is_rare,
        "bare": mention is None and word.is_bare,
        "article": word.is_arabic and word.folded.startswith("ال"),
        "opens": each.first == 0,
        "acronym": word.is_acronym,
        "short": len(word.folded) <= 4,
        "titled": before is not None and before.is_title,
        "beside_name": not heard.isdisjoint((each.first - 1, each.last + 1)),
        "beside_unheard": beside,
        "best": math.log(each.best + DOUBT),
        "unheard": math.log1p(len(unheard)),
        "strange": math.log1p(len(pair.strange)),
        "foreign": math.log1p(len(pair.foreign)),
        "acronyms": math.log1p(sum(word.is_acronym or (word.is_capital and len(word.folded) == 1) for word in target.words)),
        "partner": partner is not None,
        "partner_near": max(0.0, 0.3 - gap),
        "partner_beside": partner is not None and _beside(pair, each, partner),
        "partner_place": partner is not None and partner[2] == (mention is not None),
        "partner_rare": partner is not None and target.words[partner[0]].is_rare,
        "partner_long": 0.0 if partner is None else float(partner[1] - partner[0]),
        "partner_nameness": 0.0 if partner is None else _clipped(target.words[partner[0]].nameness),
        "partner_score": 0.0 if partner is None else resemblance(word, target.words[partner[0] : partner[1] + 1]),
        "acronym_alone": word.is_acronym and not partners,
        "country_alone": country and not partners,
        "length": min(WORDY, math.log(sizes[1] / sizes[0])),
        "size": math.log(sizes[0]) - 3,
        "latin": source_has_latin(source, each.last),
        "hole": pair.has_hole,
        "hole_alone": pair.has_hole and not partners,
        "repeated": sum(other.folded == word.folded for other in source.words) > 1,
    }  # fmt: skip
    features = tuple(float(values[name]) for name in FEATURES)
    like = partner is not None and partner[2] == (mention is not None)
    return Leftover(each.first, each.last, partner[:2] if partner else None, like, features)


def _clipped(log_odds: float) -> float:
    return max(-5.0, min(4.0, log_odds))


def source_has_latin(side: Side, index: int) -> bool:
    """Whether an Arabic text gives a name in Latin letters as well, right after it."""
    after = side.words[index + 1 : index + 3]
    return side.words[index].is_arabic and any(not word.is_arabic and word.folded.isalpha() for word in after)


def _apart(pair: Comparison, each: _Candidate, partner: tuple[int, int, bool]) -> float:
    one, other = len(pair.source.words), len(pair.target.words)
    return abs((each.first + each.last + 1) / 2 / one - (partner[0] + partner[1] + 1) / 2 / other)


def _beside(pair: Comparison, each: _Candidate, partner: tuple[int, int, bool]) -> bool:
    """Whether a word next to the name is spelled by a word next to the partner."""
    words, others = pair.source.words, pair.target.words
    here = [words[index] for index in (each.first - 1, each.last + 1) if 0 <= index < len(words)]
    there = [others[index] for index in (partner[0] - 1, partner[1] + 1) if 0 <= index < len(others)]
    return any(other.is_capital and are_alike(one, other, SPELLS) for one in here for other in there)
