"""Terms rendered in several ways across one document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from auditor.evidence import Evidence
from auditor.findings import Finding, Severity
from auditor.terms.matching import keyed_words
from auditor.terms.uses import TermUse


@dataclass(frozen=True, slots=True)
class TermInconsistent:
    """One term of the original is rendered in several accepted ways in one document.

    Why it matters: a reader takes two names for two things.
    Flags: "Sûreté nationale" three times and "sécurité nationale" once for the same Arabic office; a short form that
    is rendered as something else than the body or thing it refers back to ("the Association" for الرابطة, the League
    before; "canton" for a wilaya); an expression of two words that comes back as two others, neither of them a synonym
    ("the waterway corridor", then "the aquatic hallway").
    Passes: singular and plural, another case, the acronym or the short form after the full one; synonyms
    (authority, agency); a head word of two bodies (جامعة: a university, the League); an expression that keeps one of its words.
    Known limits: single common nouns, which good style varies, unless your own term base has them; short forms whose head
    word is not listed (languages/ar/heads.toml); renderings that the alignment of words does not link.
    Source: MQM, Terminology > Inconsistent use of terminology. The majority's rendering is the suggestion; a tie
    is settled by the first use.
    """

    code: ClassVar[str] = "term-inconsistent"
    severity: ClassVar[Severity] = Severity.MINOR
    mqm: ClassVar[str] = "terminology/inconsistent-use-of-terminology"
    its: ClassVar[str] = "inconsistency"

    least: int = 3  # uses of a term before its renderings are compared

    def find(self, evidence: Evidence) -> Iterator[Finding]:
        language = evidence.bitext.target.language
        groups: dict[int, list[TermUse]] = {}
        for use in evidence.term_uses.uses:
            if use.accepted is not None and not use.inside and _is_name(use, language):
                groups.setdefault(id(use.term), []).append(use)
        for uses in groups.values():
            if len(uses) >= self.least:
                yield from self._deviating(uses, language)
        for each in evidence.departures:
            here, usual = " ".join(each.target.text.split()), each.usual
            message = (
                f"{each.source.text} is “{here}” here and “{usual}” in {each.times} of its {each.uses} places"
            )
            yield Finding(self.code, self.severity, message, each.source, each.target, 0.7, None)

    def _deviating(self, uses: list[TermUse], language: str) -> Iterator[Finding]:
        renderings = [_rendering(use, language) for use in uses]
        counts = Counter(renderings)
        usual, times = counts.most_common(1)[0]
        shown = next(
            use.accepted.text
            for use, each in zip(uses, renderings, strict=True)
            if each == usual and use.accepted
        )
        for use, each in zip(uses, renderings, strict=True):
            if times > counts[each] and not _short_for(each, usual) and use.accepted is not None:
                message = f"{use.source.text} is “{use.accepted.text}” here and “{shown}” in {times} of its {len(uses)} places"
                yield Finding(self.code, self.severity, message, use.source, use.accepted, 0.7, shown)


def _is_name(use: TermUse, language: str) -> bool:
    """Whether the term names a body or place, as its capital tells, or stands in a term base of the user's."""
    preferred = use.term.preferred(language) or ""
    return use.term.strict or (" " in use.source.text.strip() and preferred[:1].isupper())


def _rendering(use: TermUse, language: str) -> tuple[str, ...]:
    """The keys of the words of a rendering, without articles and prepositions."""
    if use.accepted is None:
        return ()
    return tuple(word.keys[0] for word in keyed_words(use.accepted, language) if not word.skipped)


def _short_for(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one rendering is part of the other, or a single word such as an acronym or an anaphor."""
    return len(one) == 1 or len(other) == 1 or set(one) <= set(other) or set(other) <= set(one)
