"""The second largest is not the largest: a rank before a superlative that the translation leaves out."""

from __future__ import annotations

import re

from auditor.bitext import Passage
from auditor.folding import Folded, fold
from auditor.quantities.differ.outline import Outlines, pattern
from auditor.quantities.differ.plain import plain_difference
from auditor.quantities.match.matching import Bead
from auditor.quantities.quantity import Difference
from auditor.quantities.read.lexicon import lexicon

_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"[^\W_]+")


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
    if len(ours) != 1:
        return []
    is_ranked = _rank("ar", ours[0]["rank"]) in _ranks(target.language, copies[1].text)
    if is_ranked or ranked.search(copies[1].text) is not None:
        return _other_rank(bead, copies, (source, target), ours[0])
    theirs = list(known.finditer(copies[1].text))
    if len(theirs) != 1:
        return []
    passages = (
        source.part(*copies[0].original(ours[0].start("rank"), ours[0].end("most"))),
        target.part(*copies[1].original(*theirs[0].span("most"))),
    )
    message = f"the original has “{passages[0].text}”, the translation “{passages[1].text}”: without its rank"
    return [plain_difference(bead, "number-changed", "replaced", passages, message)]


def _other_rank(
    bead: Bead, copies: tuple[Folded, Folded], sides: tuple[Passage, Passage], ours: re.Match[str]
) -> list[Difference]:
    """ثاني أكبر as the third largest, where that is the one rank of a superlative and the other stands nowhere."""
    known = pattern(sides[1].language, "rank_of_best")
    rank = _rank("ar", ours["rank"])
    theirs = [] if known is None else list(known.finditer(copies[1].text))
    if len(theirs) != 1 or rank is None or rank in _ranks(sides[1].language, copies[1].text):
        return []
    passages = (
        sides[0].part(*copies[0].original(ours.start("rank"), ours.end("most"))),
        sides[1].part(*copies[1].original(*theirs[0].span())),
    )
    said = _rank(sides[1].language, theirs[0]["rank"])
    if said is None or said in _ranks("ar", copies[0].text):
        return []
    message = f"the original has “{passages[0].text}”, the translation “{passages[1].text}”: another rank"
    return [plain_difference(bead, "number-changed", "replaced", passages, message)]


def _ranks(language: str, text: str) -> set[int]:
    """The numbers in order that words of a folded text say, and those in digits."""
    return {rank for word in _WORD.findall(text) if (rank := _rank(language, word)) is not None}


def _rank(language: str, word: str) -> int | None:
    digits = _DIGITS.match(word)
    if digits:
        return int(digits[0])
    sense = lexicon(language).words.get(word)
    value = sense.roles.get("ordinal") if sense else None
    return int(value) if value else None
