"""Names that nothing stands for, or nothing that is like them, and of which nothing else is said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from auditor.bitext import Passage
from auditor.names.difference import NameDifference
from auditor.names.pair.comparison import Comparison
from auditor.names.pair.forms import WordForm
from auditor.names.pair.native_names import explains, is_arabic, spells_name
from auditor.names.pair.plain_words import is_plain
from auditor.names.slots.leftover_odds import probabilities
from auditor.names.slots.leftovers import Leftover, is_joined, leftovers
from auditor.names.slots.slots import Slots
from auditor.names.spelling.conformity import resembles
from auditor.names.spelling.distortion import forms_of

REPORTED, REPLACED = 0.4, 0.35
"""Confidence from which on a name left over is reported, and one where something stands for it: of the sound
pairs of the development sets 0.3 % have one, and 0.9 % any wrong name."""
MOST_LOST = 3
"""Names left over in one pair, above which the translation tells something else: that is not a matter of names."""


def left_over(
    pair: Comparison,
    certain: list[NameDifference],
    alignment: float,
    slots: Slots,
    named: Callable[[], frozenset[int]],
) -> list[NameDifference]:
    """Names without counterpart that nothing is said of yet, sure enough to be reported; the surest of each partner.

    `named` finds the words of bodies that the translation names.
    """
    script = "arabic" if pair.source.passage.language == "ar" else "latin"
    found: list[NameDifference] = []
    taken = [each.target for each in certain if each.target] + [each.source for each in certain]
    listed = leftovers(pair, slots)
    known = named() if listed else frozenset()
    listed = [each for each in listed if each.first not in known]
    judged = [
        (sure * alignment, each) for sure, each in zip(probabilities(listed, script), listed, strict=True)
    ]
    judged = [
        each
        for each in judged
        if each[0] >= (REPLACED if each[1].is_like_partner else REPORTED)
        and not is_joined(pair, each[1].first)
    ]
    if len(judged) > MOST_LOST:
        return []
    for confidence, each in sorted(judged, key=lambda one: (-one[0], one[1].first)):
        if each.first == each.last and is_plain(pair.source, each.first):
            continue
        source = pair.source.part(each.first, each.last)
        target = pair.target.part(*each.partner) if each.partner and each.is_like_partner else None
        if each.partner and resembles(
            pair.source.words[each.first].letters, pair.target.words[each.partner[0]].folded
        ):
            continue
        if any(source.document is one.document and source.overlaps(one) for one in taken):
            continue
        if target and any(target.document is one.document and target.overlaps(one) for one in taken):
            target = None
        if target is None and (confidence < REPORTED or _is_spelled(pair, each)):
            continue
        taken += [source] if target is None else [source, target]
        kind = "missing" if target is None else "replaced"
        found.append(NameDifference(kind, source, target, _suggested(pair, each), round(confidence, 2)))
    return _joined(sorted(found, key=lambda one: one.source.start))


def _is_spelled(pair: Comparison, each: Leftover) -> bool:
    """Whether a name of one word, Arabic by its form, is spelled with all its letters: Osman for عثمان; or a foreign name has the
    consonants of one that no other word of the original sounds like: Leroy for لوروا.
    """
    word = pair.source.words[each.first]
    if not is_arabic(word) and any(
        resembles(word.letters, other.folded) and not _is_of_another(pair, other, word)
        for other in pair.capitals
    ):
        return True
    return (
        each.first == each.last and is_arabic(word) and any(explains(word, other) for other in pair.capitals)
    )


def _is_of_another(pair: Comparison, other: WordForm, word: WordForm) -> bool:
    return any(each != word and spells_name(each, other) for each in pair.source.words)


def _joined(found: list[NameDifference]) -> list[NameDifference]:
    """Missing names that stand side by side as one: a first name and its surname."""
    kept: list[NameDifference] = []
    for each in found:
        last = kept[-1] if kept else None
        if last and last.kind == each.kind == "missing" and not (last.suggestion or each.suggestion):
            text = each.source.document.text[last.source.end : each.source.start]
            if not text.strip(" -\u00a0"):
                whole = Passage(each.source.document, last.source.start, each.source.end)
                kept[-1] = replace(last, source=whole, confidence=max(last.confidence, each.confidence))
                continue
        kept.append(each)
    return kept


def _suggested(pair: Comparison, each: Leftover) -> str | None:
    """What the translation calls a place of the gazetteer."""
    mention = next((one for one in pair.source.mentions if one.first == each.first), None)
    if mention is None or len(mention.places) > 1:
        return None
    forms = forms_of(mention.places, pair.target.passage.language)
    return next((form.shown for form in forms if form.shown and not form.ending), None)
