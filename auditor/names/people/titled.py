"""A name after a title of the translation that the original does not have, where it has one known from elsewhere.

«كشفت بركات» is “Mme Bénédictions a annoncé”; that بركات is a name is told by another sentence, which has “Barakat”.
"""

from __future__ import annotations

from collections.abc import Sequence

from auditor.names.pair.anchors import is_rendering_of
from auditor.names.pair.comparison import SHORTEST, Comparison, any_alike
from auditor.names.pair.forms import SPELLS, WordForm, are_alike
from auditor.names.pair.sides import Side
from auditor.names.people.sequences import SURE, PartDifference, is_heard, next_capital
from auditor.names.words.person_words import latin_titles
from auditor.names.words.vocabulary import common_latin

EXPLAINED = 0.05
"""What the lexicon knows of a word after a title from which on it renders a word of the original: General Secretariat."""
_Sides = tuple[Side, Side]


def titled_differences(pair: Comparison, sides: Sequence[_Sides | None]) -> list[PartDifference]:
    """Words after a title that no word of the pair spells, against the one name that the pair has lost."""
    language = pair.target.passage.language
    strangers = [
        there
        for there in _titled(pair.target)
        if not _is_spelled(pair, pair.target.words[there])
        and not is_rendering_of(pair.source, pair.target.words[there], language, EXPLAINED)
    ]
    if len(strangers) != 1:
        return []
    lost = [here for here, word in enumerate(pair.source.words) if _is_lost(pair, word, sides)]
    if len({pair.source.words[here].folded for here in lost}) != 1:
        return []
    kind = "translated" if pair.target.words[strangers[0]].folded in common_latin() else "person"
    return [PartDifference(kind, lost[0], strangers[0], 0.85)]


def _titled(side: Side) -> list[int]:
    found = []
    for index, word in enumerate(side.words):
        if word.is_capital and word.folded in latin_titles():
            place = next_capital(side, index, 1)
            if place is not None:
                found.append(place)
    return found


def _is_spelled(pair: Comparison, word: WordForm) -> bool:
    return is_heard(pair, word, None)


def _is_lost(pair: Comparison, word: WordForm, sides: Sequence[_Sides | None]) -> bool:
    """Whether a word that this translation does not spell is spelled as a name in another sentence."""
    if len(word.folded) < SHORTEST or not word.is_arabic or word.begins:
        return False
    is_named_elsewhere = any(
        both is not None
        and both[0] is not pair.source
        and any(each.folded == word.folded for each in both[0].words)
        and any(are_alike(word, each, SURE) for each in both[1].words if each.is_capital and each.is_rare)
        for both in sides
    )
    return is_named_elsewhere and not any_alike(word, pair.target.words, SPELLS)
