"""Whether one place of the translation stands where another place of the original should."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.languages import language_data
from auditor.names.pair.anchors import rendered_words
from auditor.names.pair.comparison import Comparison
from auditor.names.pair.forms import SPELLS, WordForm, are_alike
from auditor.names.pair.sides import Mention, Side, is_nationality
from auditor.names.slots.slot_words import conforms_to
from auditor.names.spelling.distortion import edits, forms_of

CLOSE = 0.35
"""Gap, as a share of the side, up to which two places without named neighbours are put together."""
REACH = 3
"""Words on either side of a place of the translation that are its neighbours."""
LONG = 5
"""Letters of a nationality that may be taken for another."""
SHORT = 3
"""Letters up to which a word in lower case, or an Arabic one, is taken for a particle."""


# The limits above were set on the sound sentences of pud, flores_devtest and tico19 and on countries planted in them.


def stands_for(pair: Comparison, lost: Mention, foreign: Mention) -> bool:
    """Whether a foreign place has the neighbours of a lost one, or its place in a sentence where all else is explained.

    A nationality is compared with a nationality only. One that a translation adds to a named person, body or title
    says who that is: such a nationality stands for the one that the original gives the same name.
    """
    if is_nationality(lost) != is_nationality(foreign):
        return False
    around = list(_neighbours(pair.target, foreign, REACH, REACH))
    names = [word for word in around if word.is_capital]
    if any(pair.target.words[index] not in names for index in pair.strange):
        return False
    if _share_a_neighbour(pair, lost, names) or _share_a_noun(pair, lost, foreign):
        return True
    if pair.strange or (is_nationality(foreign) and names):
        return False
    if _share_mentions(pair, lost, foreign):
        return True
    return not pair.rare_left_over()[1] and _apart(pair, lost, foreign) <= CLOSE


def confused_people(pair: Comparison, lost: Mention) -> Mention | None:
    """The people of the translation that its name is too near to that of a lost people to be chance: nigérien nigérian."""
    if not is_nationality(lost):
        return None
    own = [
        stem_of(form.words[0])
        for form in forms_of(lost.places, pair.target.passage.language)
        if form.ending and len(form.words) == 1
    ]
    named = pair.source.places
    for mention in pair.target.mentions:
        if mention.places & named or not is_nationality(mention) or mention.first != mention.last:
            continue
        word = stem_of(pair.target.words[mention.first].folded)
        if any(len(form) >= LONG and form[:2] == word[:2] and edits(form, word) == 1 for form in own):
            return mention
    return None


def stem_of(word: str) -> str:
    """A folded nationality without the ending of its gender and number."""
    return word.removesuffix("s").removesuffix("e").removesuffix("n").rstrip("n")


def is_replaced(pair: Comparison, lost: Mention) -> bool:
    """Whether one strange name, no part of a longer one, stands where a country or city, not a nationality, should."""
    strange, unheard = pair.rare_left_over()
    if len(strange) != 1 or unheard or any(form.ending for form in lost.forms):
        return False
    name = Mention(frozenset(), strange[0], strange[0], ())
    longer = any(word.is_capital for word in _neighbours(pair.target, name, 1, 1))
    return not longer and _apart(pair, lost, name) <= CLOSE


def _share_a_neighbour(pair: Comparison, lost: Mention, names: list[WordForm]) -> bool:
    """Whether a word next to the lost place is spelled by one of the names next to the foreign one."""
    here = list(_neighbours(pair.source, lost, 2, 1 if is_nationality(lost) else 2))
    return any(
        len(other.folded) >= SHORT and (are_alike(one, other, SPELLS) or conforms_to(one, other))
        for one in here
        for other in names
    )


def _share_a_noun(pair: Comparison, lost: Mention, foreign: Mention) -> bool:
    """Whether the lexicon has the word beside a foreign nationality for the word before the lost one: نظيره الهندي."""
    if not is_nationality(lost) or not lost.first:
        return False
    beside = {foreign.first - 1, foreign.last + 1}
    return not beside.isdisjoint(rendered_words(pair.source.words[lost.first - 1], pair.target))


def _share_mentions(pair: Comparison, lost: Mention, foreign: Mention) -> bool:
    """Whether both stand between the same two places, of those that both sides name."""
    named = pair.source.places & pair.target.places
    one = [each for each in pair.source.mentions if each is lost or each.places & named]
    other = [each for each in pair.target.mentions if each is foreign or each.places & named]
    here, there = one.index(lost), other.index(foreign)
    return (
        0 < here < len(one) - 1
        and 0 < there < len(other) - 1
        and bool(one[here - 1].places & other[there - 1].places)
        and bool(one[here + 1].places & other[there + 1].places)
    )


def _apart(pair: Comparison, lost: Mention, foreign: Mention) -> float:
    """The gap between two mentions, each laid on its side's share of [0, 1]; a word of a short side is wide."""
    one, other = len(pair.source.words), len(pair.target.words)
    return max(
        foreign.first / other - (lost.last + 1) / one, lost.first / one - (foreign.last + 1) / other, 0.0
    )


def _neighbours(side: Side, mention: Mention, before: int, after: int) -> Iterator[WordForm]:
    """The words next to a mention, up to a mark, a particle, or an Arabic title: there another phrase begins."""
    for edge, step, reach in ((mention.first, -1, before), (mention.last, 1, after)):
        left = reach
        for index in range(edge, edge + step * (reach + 1), step):
            if not left or not 0 <= index + step < len(side.words):
                break
            word = side.words[index + step]
            if _parted(side, *sorted((index, index + step))) or _is_particle(word) or word.is_title:
                break
            left -= not _is_servant(word)
            yield word


def _is_servant(word: WordForm) -> bool:
    """Whether a word only makes a name together with the one after it: عبد."""
    return bool(word.folded == language_data("ar", "names")["servant"])


def _parted(side: Side, one: int, other: int) -> bool:
    """Whether a mark stands between two words, or the second begins with "and"."""
    second = side.words[other]
    joined = second.folded.startswith(_conjunctions()) and second.folded[1:] in second.readings
    return joined or bool(side.between(one, other).strip(" \u00a0\n-\u2010\u2011'’"))


def _conjunctions() -> tuple[str, ...]:
    return tuple(language_data("ar", "names")["conjunctions"])


def _is_particle(word: WordForm) -> bool:
    short = len(word.folded) <= SHORT and not _is_servant(word)
    return short and not word.is_capital and not word.is_name
