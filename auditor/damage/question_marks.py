"""Question marks in the place of letters that could not be written: pr?sident, l?État, universit?."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.damage.spelling import is_word
from auditor.damage.word_forms import FormsOf

LOST = "éèêàçùâîôûëïœ’"
"""What a question mark may stand for."""
MOST = 3
"""Of them in a word."""
_MARKED = re.compile(r"[^\W\d_]*\?[^\W\d_]*(?:\?[^\W\d_]+)*\??")
_ELIDED = frozenset({"l", "d", "n", "s", "c", "j", "m", "t", "qu", "aujourd"})


def question_marks(text: str, forms: FormsOf) -> Iterator[tuple[int, int, str, str | None]]:
    """Slices of words with such question marks, and the words that they were."""
    if "?" not in text:
        return
    for match in _MARKED.finditer(text):
        for word in dict.fromkeys((match[0], match[0].rstrip("?"))):
            meant = _restored(word, forms)
            if meant or _is_torn(word, forms):
                yield match.start(), match.start() + len(word), "replacement", meant
                break


def _restored(word: str, forms: FormsOf) -> str | None:
    """The known word that letters or an apostrophe in place of the question marks make; None for a sound word before one."""
    inner = word.strip("?")
    if (
        not 0 < word.count("?") <= MOST
        or not inner
        or (not inner.islower() * word.endswith("?") and not inner[-1].islower())
    ):
        return None
    if "?" not in inner and not word.startswith("?") and is_word(inner, forms.language):
        return None
    candidates = [word]
    for _ in range(word.count("?")):
        candidates = [each.replace("?", letter, 1) for each in candidates for letter in LOST]
    return next((each for each in candidates if _is_known(each, forms)), None)


def _is_known(word: str, forms: FormsOf) -> bool:
    head, apostrophe, tail = word.lower().rpartition("’")
    if apostrophe and head not in _ELIDED:
        return False
    return forms.level(tail) >= 2 or (head, tail) == ("aujourd", "hui")


def _is_torn(word: str, forms: FormsOf) -> bool:
    """Whether a question mark within a word leaves parts that are no words."""
    parts = word.strip("?").split("?")
    return len(parts) > 1 and parts[-1].islower() and not all(forms.level(part.lower()) for part in parts)
