"""Short forms of bodies and recurring expressions that are rendered otherwise than in their other places.

Imported lazily: it reads alignments of words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from auditor.bitext import Bitext
from auditor.consistency.departures import Departure
from auditor.consistency.heads import head_departures
from auditor.consistency.phrases import phrase_departures
from auditor.word_alignment.links import WordAlignment
from auditor.word_alignment.vectors import WordEncoder

__all__ = ["Departure", "departures"]


def departures(
    bitext: Bitext, aligned: Callable[[], Mapping[int, WordAlignment]], encoder: WordEncoder
) -> tuple[Departure, ...]:
    """Those of a document with an Arabic original, in the order of the source; `aligned` gives the alignments by the index
    of the pair, and is not asked where there is but one.
    """
    if bitext.source.language != "ar" or len(bitext.pairs) < 2:
        return ()
    alignments = aligned()
    found = [*head_departures(alignments), *phrase_departures(alignments, encoder)]
    return tuple(sorted(found, key=lambda each: each.source.start))
