"""Artists known by one name, which came back as its meaning: الفنانة اللبنانية فيروز “Turquoise”."""

from __future__ import annotations

from auditor.names.pair.anchors import renders_others
from auditor.names.pair.comparison import Comparison
from auditor.names.pair.meanings import Occurrence, means
from auditor.names.words.person_words import person_words


def of_artist(pair: Comparison, found: Occurrence) -> int | None:
    """The word with a capital that means a name after the word for an artist, with or without a country between them."""
    words, before = pair.source.words, found.first - 1
    if words[found.first].folded.startswith("ال"):  # الممثل السوري says what somebody is
        return None
    if before > 0 and before in pair.source.covered and words[before].folded.startswith("ال"):
        before -= 1
    if (
        before < 0
        or words[before].folded not in person_words("artists")
        or not pair.source.adjoins(found.first - 1, found.first)
    ):
        return None
    return next(
        (
            there
            for there, word in enumerate(pair.target.words)
            if word.is_capital
            and means(found.name, word)
            and not renders_others(pair.source, pair.target, there, (found.first,))
        ),
        None,
    )
