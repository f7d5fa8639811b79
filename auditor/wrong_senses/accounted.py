"""Whether something else accounts for a word that seems to be rendered in a wrong sense: another word, or its sound."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.names.spelling.conformity import conforms
from auditor.terms.senses import content_keys
from auditor.wrong_senses.known import EXPLAINED, known
from auditor.wrong_senses.rendered import Rendered

ELSEWHERE = 0.5
"""Score of a link from which on a target word stands for another word of the original as well."""
SURE = 0.9
"""Score of a link to its own word below which a rendering is that of another word, if the lexicon has it for one."""
SHORTEST = 3
"""Letters of an Arabic word that other words than its own spelling seldom spell."""
FIRM = 0.8
"""Score of a link to its own word from which on it is sure enough to be judged by."""


def explains(found: Rendered) -> bool:
    """Whether the rendering spells the word, or stands for another word of the original."""
    words = found.alignment.target_words
    if any(spells(form, words[place].form) for form in _forms(found) for place in found.targets):
        return True
    if found.score(outside=True) > ELSEWHERE:
        return True
    return found.score() < SURE and _is_known_elsewhere(found)


def is_firm(found: Rendered) -> bool:
    """Whether the rendering is surely that of the word."""
    return found.score() >= FIRM


def _is_known_elsewhere(found: Rendered) -> bool:
    alignment, source = found.alignment, found.source
    language = alignment.target.language
    words = [alignment.target_words[place] for place in found.targets]
    keys = {key for word in words for key in content_keys(word.passage.text, language)}
    return any(
        known(word.form, language).get(key, 0.0) >= EXPLAINED
        for word in alignment.source_words
        if word.is_content and not word.passage.overlaps(source)
        for key in keys
    )


def _forms(found: Rendered) -> Sequence[str]:
    """What the word may be without the particles before it, if it is one word."""
    first, last = found.place.form
    return found.place.own.words[first].keys if first == last else ()


def spells(arabic: str, latin: str) -> bool:
    """Whether a Latin word is an Arabic one as it sounds, or the plural of both: Masdar, grammes."""
    several = arabic.removesuffix("ات"), latin.removesuffix("s")
    return any(len(one) >= SHORTEST and conforms(one, other) for one, other in ((arabic, latin), several))
