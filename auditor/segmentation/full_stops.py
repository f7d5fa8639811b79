"""Whether a single full stop ends a sentence or belongs to an abbreviation, an initial or an ordinal."""

from __future__ import annotations

import re
from functools import cache

from auditor.languages import language_data

_PART = r"[^\s.'’«»“”\"()\[\],;:،؛/]+"
_TOKEN = re.compile(rf"{_PART}(?:\.-?{_PART})*$")
_LIST_MARK = re.compile(r"\W*(?:\d{1,3}|[IVX]{1,5}|[A-Za-z]|[أبتثجحخده]|هـ)$")
_INITIALS = re.compile(r"[^\W\d_]ـ?(?:\.-?[^\W\d_])*$")
_NUMBER = re.compile(r"[\d(°]|[IVXLC]{2,}\b|[VX]\b")
_LETTERS = re.compile(r"[^\W_]+")
_LOOK_BACK = 40  # longer than any abbreviation with what precedes it


def full_stop_ends(begins: str, following: str, language: str) -> bool:
    """`begins` is the sentence up to the full stop, `following` what comes after it and a space.

    The lists are those of `languages/<code>/segmentation.toml`. After `never` no sentence ends, after
    `before_number` none ends before a figure. After `maybe` and after initials (J. Dupont, U.S.) one ends only
    before one of the `starters` that a word in small letters follows: `in the U.S. The law`, not `J. Le Pen`.
    """
    found = _TOKEN.search(begins[-_LOOK_BACK:])
    if _LIST_MARK.match(begins.lstrip()) or found is None:
        return found is None
    token = found[0]
    if _listed(token, language, "never"):
        return False
    if _listed(token, language, "before_number") and _NUMBER.match(following):
        return False
    if language == "ar":
        return _ends_in_arabic(token, begins, following)
    if _is_initial(token) or _listed(token, language, "maybe"):
        return _starts_sentence(following, language)
    return True


@cache
def _words(language: str, name: str) -> frozenset[str]:
    return frozenset(language_data(language, "segmentation")[name])


def _listed(token: str, language: str, name: str) -> bool:
    """As written in the list, or with a capital where the list has small letters; `m` is not `M`."""
    words = _words(language, name)
    return token in words or token.lower() in words


def _is_initial(token: str) -> bool:
    return _INITIALS.match(token) is not None and (token[0].isupper() or "." in token)


def _starts_sentence(following: str, language: str) -> bool:
    first, second, *_ = [*_LETTERS.findall(following), "", ""]
    elided = following[len(first) : len(first) + 1] in ("'", "’")
    named = second[:1].isupper() and (len(second) == 1 or not second.isupper())
    return first.lower() in _words(language, "starters") and (elided or not named)


def _ends_in_arabic(token: str, begins: str, following: str) -> bool:
    letters = re.sub(r"^\d+", "", token)
    if letters[:1].isascii():  # a figure, or a Latin letter: a symbol (بروتين S.) unless Latin goes on
        return not (_INITIALS.match(letters) and following[0].isascii() and following[0].isalpha())
    if _INITIALS.match(letters) or letters in _words("ar", "titles"):
        return _year_ends(begins, following)
    if token in _words(
        "ar", "letter_names"
    ):  # جون إف. كينيدي, but an acronym in full may end a sentence: بي بي سي.
        before = begins[: -len(token)].split()[-1:]
        return bool(before) and before[0] in _words("ar", "letter_names")
    return True


def _year_ends(begins: str, following: str) -> bool:
    """م. and هـ. after a year end a sentence before a word with `and`, the usual beginning of the next one."""
    return re.search(r"\d\s*\w{1,2}$", begins) is not None and re.match(r"و\w{3}", following) is not None
