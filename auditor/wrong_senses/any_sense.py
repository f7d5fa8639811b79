"""Whether words of a translation render a sense that the inventory has for a word of the original."""

from __future__ import annotations

from auditor.bitext import Passage
from auditor.terms.inventory import inventory
from auditor.terms.matching import keyed_passage
from auditor.word_alignment.links import WordAlignment
from auditor.wrong_senses.rendered import rendering


def renders_a_sense(alignment: WordAlignment, source: Passage, target: Passage) -> bool:
    """Whether some word of `target` is a rendering, or part of one, of a sense that `source` may have; False outside of the pair.

    A meaning that the word never has is none of its senses.
    """
    if not alignment.target.overlaps(target):
        return False
    own, rendered = (keyed_passage(side, side.language) for side in (alignment.source, alignment.target))
    words = [word for word in alignment.target_words if word.passage.overlaps(target)]
    return any(
        sense.when and rendering(sense, rendered, words) is not None
        for entry in inventory().at(own, source)
        for sense in entry.senses
    )
