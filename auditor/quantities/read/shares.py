"""Arabic numbers from five to ten that are parts, as only vowels would tell: خمس السكان, بنسبة الخمس."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.quantities.read.tokens import Token


def is_share(tokens: Sequence[Token], index: int) -> bool:
    """Whether a number from five to ten stands before a definite noun, or a word for a whole: خمس السكان, عشر مجموع الطلبة."""
    token = tokens[index]
    if token.sense.lead.endswith("ال") and _is_by_so_much(tokens, index):
        return 5 <= token.sense.roles.get("cardinal", 0) <= 10 and not token.text.endswith("ه")
    if token.sense.lead.endswith(("ال", "لل")) or token.text.endswith("ه") or index + 1 >= len(tokens):
        return False
    following = tokens[index + 1]
    definite = following.text.startswith("ال") and not following.sense.counts
    return (definite or following.has("share_whole")) and 5 <= token.sense.roles.get("cardinal", 0) <= 10


def _is_by_so_much(tokens: Sequence[Token], index: int) -> bool:
    """بنسبة الخمس, سوى الخمس, بأكثر من الخمس, بالخمس: so much, where nothing behind it is counted."""
    before = tokens[index - 1] if index else None
    if before is not None and before.has("share_before"):
        return True
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is not None and not following.has("not_counted") and following.text[:1].isalpha():
        return False
    if tokens[index].sense.lead.endswith("بال") or (before is not None and before.has("share_around")):
        return True
    return before is not None and before.text == "من" and index > 1 and tokens[index - 2].has("compared")
