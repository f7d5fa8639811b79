"""The second largest is not the largest: a rank before a superlative that the translation leaves out."""

from __future__ import annotations

from auditor.folding import fold
from auditor.quantities.differ.outline import Outlines, pattern
from auditor.quantities.differ.plain import plain_difference
from auditor.quantities.match.matching import Bead
from auditor.quantities.quantity import Difference


def lost_ranks(bead: Bead, sides: Outlines) -> list[Difference]:
    """ثاني أكبر as the largest, where no number or word of the translation says the rank."""
    source, target = bead.quantities.pair.source, bead.quantities.pair.target
    if source is None or target is None or not sides.may_have("better"):
        return []
    here, known, ranked = (
        pattern(language, name)
        for language, name in (("ar", "better"), (target.language, "better"), (target.language, "ranked_so"))
    )
    if here is None or known is None or ranked is None:
        return []
    copies = fold(source.text), fold(target.text)
    ours = list(here.finditer(copies[0].text))
    if len(ours) != 1 or ranked.search(copies[1].text) is not None:
        return []
    theirs = list(known.finditer(copies[1].text))
    if len(theirs) != 1:
        return []
    passages = (
        source.part(*copies[0].original(ours[0].start("rank"), ours[0].end("most"))),
        target.part(*copies[1].original(*theirs[0].span("most"))),
    )
    message = f"the original has “{passages[0].text}”, the translation “{passages[1].text}”: without its rank"
    return [plain_difference(bead, "number-changed", "replaced", passages, message)]
