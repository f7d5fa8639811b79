"""Fixed terms rendered word by word: what stands for one is made of other senses of its words than the term has."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from auditor.bitext import Bitext, Passage
from auditor.institutions.accepted import accepted_words
from auditor.institutions.names import read_names
from auditor.institutions.term_readings import LONG, Calqued, TermReading
from auditor.terms.inflection import shared_stem
from auditor.terms.matching import keyed_passage
from auditor.terms.uses import TermUse, TermUses
from auditor.word_alignment.links import WordAlignment
from auditor.word_alignment.vectors import WordEncoder
from auditor.wrong_senses.known import content_words
from auditor.wrong_senses.meant import MeantSenses

_SINGULAR, _PLURAL = "ه", "ات"

Alignments = Callable[[], Mapping[int, WordAlignment]]


def calqued_terms(
    bitext: Bitext, terms: TermUses, alignments: Alignments, encoder: WordEncoder
) -> tuple[Calqued, ...]:
    """Of terms of two words or more that have no accepted rendering in their pair, in text order of the original.

    Every word of the term has a counterpart, one at least is no word of an accepted rendering, no synonym of one and no
    rendering of a word outside of the term; it is a literal rendering of the word that it stands for, or of no known sense.
    Those that the term base knows to be wrong are passed over.
    """
    reader = accepted_words(encoder)
    blamed = [wrong.source for wrong in terms.wrong]
    found: list[Calqued] = []
    for use in terms.uses:
        if _is_open(use) and not any(use.source.overlaps(each) for each in blamed) and _is_written(use):
            pair = bitext.pairs[use.pair]
            if pair.source is None or pair.target is None:
                continue
            meant = MeantSenses(bitext.sources_around(use.pair), pair.source, pair.target)
            wrong = TermReading(use, alignments()[use.pair], reader, meant).wrong()
            if wrong is not None and not _begins_longer(use.source, pair.source):
                found.append(wrong)
    return tuple(sorted(found, key=lambda each: each.source.start))


def _begins_longer(term: Passage, passage: Passage | None) -> bool:
    """Whether the name of a body begins with the term: a defence team is no authority of civil defence."""
    names = read_names(keyed_passage(passage, "ar")) if passage else ()
    return any(name.passage.start == term.start and name.passage.end > term.end for name in names)


def _is_open(use: TermUse) -> bool:
    """Whether a use of several words has no accepted rendering, or an acronym alone, which may stand beside a wrong one."""
    if use.inside or use.term.strict or (use.accepted is not None and not use.accepted.text.isupper()):
        return False
    return len(content_words(use.source.text)) >= (2 if use.accepted is None else LONG)


def _is_written(use: TermUse) -> bool:
    """Whether the term stands there as the term base has it, particles and articles aside: inflected it is often no term."""
    keys = [word.keys for word in keyed_passage(use.source, "ar").words]
    return any(
        len(form) == len(keys) and all(map(_is_bare, form, keys))
        for form in map(_stems, use.term.forms["ar"])
    )


def _is_bare(word: str, keys: tuple[str, ...]) -> bool:
    """Whether a word of a text has nothing but particles before a word of a form, and nothing behind it but a regular plural."""
    several = word.removesuffix(_SINGULAR) + _PLURAL
    one = word.removesuffix(_PLURAL) + _SINGULAR if word.endswith(_PLURAL) else word
    return any(each in keys and keys[0].endswith(each) for each in (word, one, several))


@lru_cache(maxsize=4096)
def _stems(form: str) -> tuple[str, ...]:
    return tuple(shared_stem(word) for word in form.split())
