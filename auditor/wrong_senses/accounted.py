"""Whether something else accounts for a word that seems to be rendered in a wrong sense: another word, or its sound."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.bitext import Passage
from auditor.names.spelling.conformity import conforms
from auditor.terms.senses import content_keys
from auditor.word_alignment.links import WordAlignment
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


class Accounts:
    """What the alignment of words and the lexicon say of the renderings in one pair."""

    def __init__(self, alignment: WordAlignment) -> None:
        self._alignment = alignment

    def explains(self, found: Rendered) -> bool:
        """Whether the rendering spells the word, or stands for another word of the original."""
        targets = self._targets(found)
        if any(
            spells(form, self._alignment.target_words[place].form)
            for form in _forms(found)
            for place in targets
        ):
            return True
        if self._score(found.source, targets, outside=True) > ELSEWHERE:
            return True
        return self._score(found.source, targets) < SURE and self._is_known_elsewhere(found.source, targets)

    def is_firm(self, found: Rendered) -> bool:
        """Whether the rendering is surely that of the word."""
        return self._score(found.source, self._targets(found)) >= FIRM

    def _targets(self, found: Rendered) -> list[int]:
        """The places of the content words that render it: of those the linked ones, if any are."""
        linked = [word.passage for word in found.linked]
        every = [
            place
            for place, word in enumerate(self._alignment.target_words)
            if word.is_content and any(word.passage.overlaps(each) for each in found.having.values())
        ]
        return [place for place in every if self._alignment.target_words[place].passage in linked] or every

    def _score(self, source: Passage, targets: Sequence[int], *, outside: bool = False) -> float:
        """The best score of a link of the words of a place, or of content words outside of it, to some target words."""
        words = self._alignment.source_words
        return max(
            (
                link.score
                for link in self._alignment.links
                if link.target in targets
                and words[link.source].passage.overlaps(source) != outside
                and (not outside or words[link.source].is_content)
            ),
            default=0.0,
        )

    def _is_known_elsewhere(self, source: Passage, targets: Sequence[int]) -> bool:
        language = self._alignment.target.language
        keys = {
            key
            for place in targets
            for key in content_keys(self._alignment.target_words[place].passage.text, language)
        }
        return any(
            known(word.form, language).get(key, 0.0) >= EXPLAINED
            for word in self._alignment.source_words
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
