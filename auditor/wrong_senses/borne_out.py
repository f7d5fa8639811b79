"""Whether the words around bear out the sense that a word is rendered in: a row of the table of polysemes knows few contexts,
the inventory of senses many.
"""

from __future__ import annotations

from collections.abc import Sequence

from auditor.bitext import Passage
from auditor.terms.contexts import weight
from auditor.terms.inventory import Inventory, inventory
from auditor.terms.uses import WrongRendering
from auditor.word_alignment.links import WordAlignment
from auditor.wrong_senses.rendered import PairRenderings

LEAST = 0.5
"""Weight of a context that bears a sense out. Of 202 renderings that rows call wrong, in the fitted press texts, none of the 138
that are is borne out so, and 14 of the 64 others."""


class Contexts:
    """What the contexts of a pair tell of its words; `around` holds `source` as well."""

    def __init__(
        self,
        around: Sequence[Passage],
        source: Passage,
        target: Passage,
        alignment: WordAlignment,
        words: Inventory | None = None,
    ) -> None:
        self._pair = PairRenderings(around, source, target, alignment)
        self._met = list(self._pair.met(words or inventory()))

    def bear_out(self, wrong: WrongRendering) -> bool:
        """Whether the rendering is that of one sense alone, which its context tells rather than any other."""
        for word, place in self._met:
            if not place.own.part(*place.form).overlaps(wrong.source):
                continue
            read = self._pair.read(word, place)
            rendered = [] if read is None else list(read.having.items())
            if len(rendered) != 1 or not rendered[0][1].overlaps(wrong.target):
                continue
            weights = {sense: weight(sense.context, place) for sense in word.senses}
            own = weights.pop(rendered[0][0])
            if own >= LEAST and own > max(weights.values()):
                return True
        return False
