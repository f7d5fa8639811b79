"""How well a sense fits the translation: how likely its renderings are where the word stands that renders the source word."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from auditor.folding import folded
from auditor.terms.inventory import Sense
from auditor.word_alignment.links import Floats, WordAlignment
from auditor.wrong_words.fluency import FEATURES, fluency

MANY = 6
"""Renderings of one word of a sense that are tried, the first ones."""
_AROUND = [FEATURES.index(name) for name in ("fluency_left", "fluency_right", "fluency_far")]


def fits(senses: Sequence[Sense], alignment: WordAlignment, place: int) -> Floats:
    """For each sense the log of how much likelier its likeliest rendering is there than anywhere, shape (senses,).

    Every rendering stands in its plain form, that which the translation has as well, so that no ending decides. A sense
    without any of one word fits as well as the others do on average.
    """
    language = alignment.target.language
    forms = [word.form for word in alignment.target_words]
    tried = [_single(sense.renderings(language)) for sense in senses]
    passages = [[*forms[:place], form, *forms[place + 1 :]] for some in tried for form in some]
    found = np.full(len(senses), np.nan, np.float32)
    if not passages:
        return np.zeros_like(found)
    numbers = np.arange(len(passages))
    likely = fluency(language).fits(passages, numbers, np.full_like(numbers, place))[:, _AROUND].sum(axis=1)
    start = 0
    for number, some in enumerate(tried):
        if some:
            found[number] = likely[start : start + len(some)].max()
        start += len(some)
    return np.where(np.isnan(found), np.nanmean(found), found)


def _single(renderings: Sequence[str]) -> list[str]:
    return [folded(each) for each in renderings if each.isalpha()][:MANY]
