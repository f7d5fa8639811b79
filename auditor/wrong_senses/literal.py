"""Terms rendered word by word, with one word in a wrong sense, or by forbidden words in another order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditor.bitext import Bitext, Pair, Passage
from auditor.terms import Term
from auditor.terms.matching import keyed_passage
from auditor.terms.senses import content_keys, senses
from auditor.terms.uses import TermUse, TermUses, WrongRendering
from auditor.wrong_senses.known import content_words, explained, known

KNOWN = 0.03
"""p(target word | Arabic word) in the translation lexicon from which on a word is a rendering of it."""
USUAL = 0.3
"""... from which on it is too usual a rendering to be called a wrong sense. On 27,000 sound pairs .15 gives no false
alarm, .3 one, .6 twelve; see `python -m tests.benchmark FOLDER terms`."""
SEVERAL = 2
"""Words of a term that can be rendered word by word, and of an accepted rendering that is one wherever it stands."""
LONG = 4
"""Words of a term from which on one word of a literal rendering may be any other."""
SPREAD = 3
"""Articles and prepositions by which a literal rendering may be longer than the term."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A term as its place has it: for each word its dictionary senses and its renderings in the lexicon."""

    senses: tuple[frozenset[str], ...]
    known: tuple[dict[str, float], ...]
    accepted: frozenset[str]  # keys of the words of accepted renderings

    def reads(self, keys: Sequence[str]) -> tuple[int, list[int]]:
        """How many of the words of a window stand for words of the term, and which of them in a wrong sense.

        Every word of the window stands for another word of the term, or is a word of an accepted rendering.
        """
        used: set[int] = set()
        fitting = 0
        wrong = []
        for place, key in enumerate(keys):
            word = self._word(key, used)
            fitting += word is not None or key in self.accepted
            if word is not None:
                used.add(word)
                if (
                    key in self.senses[word]
                    and key not in self.accepted
                    and self.known[word].get(key, 0) < USUAL
                ):
                    wrong.append(place)
        return fitting, wrong

    def _word(self, key: str, used: set[int]) -> int | None:
        return next(
            (
                word
                for word, of_word in enumerate(self.senses)
                if word not in used and (key in of_word or self.known[word].get(key, 0) >= KNOWN)
            ),
            None,
        )


def literal_renderings(bitext: Bitext, uses: TermUses) -> tuple[WrongRendering, ...]:
    """Of terms of two words or more that have no accepted rendering and no forbidden one in their pair.

    A literal rendering has as many words as the term, one after the other; each is a dictionary sense or a usual
    rendering of a word of the term, or a word of an accepted rendering; one at least is a sense that no accepted
    rendering has and that no other word of the original accounts for. Of terms of LONG words or more one word may be
    any other. An accepted rendering of one word ("le Conseil") counts for nothing within a literal one.
    """
    found: list[WrongRendering] = []
    sound = _accepted(uses)
    blamed = [wrong.source for wrong in uses.wrong]
    for use in sorted(uses.uses, key=lambda use: (use.pair, use.inside, use.source.start)):
        pair = bitext.pairs[use.pair]
        if pair.target is None or (use.inside and use.accepted) or _overlaps(use.source, blamed):
            continue
        others = [place for place in sound.get(use.pair, ()) if place != use.accepted]
        for place in _literal(use, pair, pair.target):
            if not _overlaps(place, others):
                sound.setdefault(use.pair, []).append(place)
                blamed.append(use.source)
                found.append(WrongRendering(use.term, use.source, place, "literal"))
                break
    return tuple(sorted(found, key=lambda wrong: wrong.target.start))


def _accepted(uses: TermUses) -> dict[int, list[Passage]]:
    found: dict[int, list[Passage]] = {}
    for use in uses.uses:
        if use.accepted is not None:
            found.setdefault(use.pair, []).append(use.accepted)
    return found


def _overlaps(place: Passage, others: Sequence[Passage]) -> bool:
    return any(place.overlaps(other) for other in others)


def _literal(use: TermUse, pair: Pair, target: Passage) -> Iterator[Passage]:
    """The literal renderings of a use of a term in the target of its pair, in text order."""
    language = target.language
    parts = content_words(use.source.text)
    if len(parts) < SEVERAL or (use.accepted and _is_whole(use.accepted, use.term)):
        return
    wanted = _wanted(use.term, parts, language)
    keyed = keyed_passage(target, language)
    content = [index for index, word in enumerate(keyed.words) if not word.skipped]
    keys = [keyed.words[index].keys[0] for index in content]
    for first, last, wrong in _windows(wanted, use.term.forbidden.get(language, ()), keys, language):
        place = keyed.part(content[first], content[last])
        is_near = content[last] - content[first] < len(parts) + SPREAD
        is_own = use.accepted is None or place.overlaps(use.accepted)
        if is_near and is_own and pair.source and not wrong <= explained(pair.source, [use.source], language):
            yield place


def _is_whole(accepted: Passage, term: Term) -> bool:
    """Whether a rendering says all that a term says, whatever stands beside it: "province de Médéa" for ولاية المدية, “Médéa”."""
    forms = term.forms.get(accepted.language, ())
    longest = max((len(content_keys(form, accepted.language)) for form in forms), default=0)
    return len(content_keys(accepted.text, accepted.language)) >= min(SEVERAL, longest)


def _windows(
    wanted: _Wanted, forbidden: Sequence[str], keys: Sequence[str], language: str
) -> Iterator[tuple[int, int, set[str]]]:
    """First and last content word of what may be a literal rendering, and what is wrong in it."""
    length = len(wanted.senses)
    for first in range(len(keys) - length + 1) if any(wanted.senses) else ():
        window = keys[first : first + length]
        fitting, wrong = wanted.reads(window)
        if wrong and fitting >= length - (length >= LONG):
            yield first, first + length - 1, {window[place] for place in wrong}
    for form in forbidden:
        together = set(content_keys(form, language))
        for first in (
            range(len(keys) - len(together) + 1) if len(together) > 1 and together <= set(keys) else ()
        ):
            if set(keys[first : first + len(together)]) == together:
                yield first, first + len(together) - 1, together - wanted.accepted


def _wanted(term: Term, parts: tuple[str, ...], language: str) -> _Wanted:
    forms = term.forms.get(language, ())
    return _Wanted(
        tuple(senses(word, language) for word in parts),
        tuple(known(word, language) for word in parts),
        frozenset(key for form in forms for key in content_keys(form, language)),
    )
