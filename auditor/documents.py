"""From texts to documents: with the language they are in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from auditor.bitext import Document, Passage
from auditor.detect import detect_language
from auditor.errors import LanguageError, ReadError
from auditor.languages import LANGUAGES

USUAL = 0.9  # share of the texts that must be in one language


def document(name: str, text: str, language: str | None = None) -> Document:
    """A text as a document; its language is found out unless given.

    Raises ReadError for a text without a letter or digit, LanguageError for a language that is not supported.
    """
    if language is not None and language not in LANGUAGES:
        raise LanguageError(f"{name}: language {language!r} is not one of {', '.join(LANGUAGES)}")
    if not has_words(text):
        raise ReadError(f"{name}: there is no text in it")
    if language is None:
        found = detect_language(text)
        if found.other is not None:
            raise LanguageError(
                f"{name}: seems to be in {found.other}; supported are {', '.join(LANGUAGES)} "
                "(--source-language and --target-language overrule)"
            )
        language = found.language
    return Document(name, language, text)


def has_words(text: str) -> bool:
    """Whether there is a letter or a digit in it."""
    return any(map(str.isalnum, text))


def shows_language(text: str) -> bool:
    """Whether there is enough in it, letters above all, to tell the language by."""
    return detect_language(text).confidence > 0


def other_than(language: str) -> str:
    """A language that a translation may be in whose text does not tell."""
    return next(each for each in LANGUAGES if each not in {language, "ar"})


def usual_language(texts: Sequence[str]) -> str | None:
    """The language of nearly all of the texts that show one, if there is such."""
    telling = [found.language for found in map(detect_language, texts) if found.confidence]
    language, times = Counter(telling).most_common(1)[0] if telling else ("", 0)
    return language if times >= USUAL * len(telling) and len(telling) > 1 else None


def lines_of(source: Document) -> tuple[Passage, ...]:
    found = []
    start = 0
    for line in source.text.split("\n"):
        passage = source.passage(start, start + len(line)).stripped()
        if passage.start < passage.end:
            found.append(passage)
        start += len(line) + 1
    return tuple(found)
