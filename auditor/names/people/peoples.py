"""Given names that are the adjectives of peoples as well: العربي is Larbi, and Arab."""

from __future__ import annotations

from auditor.names.pair.comparison import Comparison
from auditor.names.spelling.conformity import conforms


def is_people(pair: Comparison, here: int) -> bool:
    """Whether a given name is the adjective of a people that both sides have: الخام العربي, Arab Light."""
    mention = pair.source.mention_at(here)
    return mention is not None and any(
        each.places & mention.places
        and not conforms(pair.source.words[here].folded, pair.target.words[each.first].folded)
        for each in pair.target.mentions
    )
