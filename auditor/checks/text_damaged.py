"""Text of the translation that was spoiled: by a wrong encoding, a web page, a line break, a slip of the pen, a cut."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from auditor.bitext import Pair
from auditor.damage import Damage
from auditor.evidence import Evidence
from auditor.findings import Finding, Severity
from auditor.folding import folded

KINDS = {
    "encoding": "“{shown}” was read in another encoding than it was written in",
    "replacement": "a character of “{shown}” was lost: a replacement mark stands in its place",
    "control": "a control character stands here that no text has",
    "direction": "a mark for the direction of Arabic text stands here in Latin text",
    "tatweel": "the stretching sign of Arabic script stands here in Latin text",
    "presentation": "“{shown}” is written with the shapes of letters of a printed page, not with letters",
    "reversed": "the letters of “{shown}” stand in reverse order",
    "split": "the letters of “{shown}” stand apart",
    "entity": "“{shown}” is code of a web page for “{meant}”",
    "markup": "“{shown}” is markup of a web page, which the original does not have here",
    "escape": "“{shown}” is code for a character, left as it stood in a program",
    "unpaired": "“{shown}” has no other half, while the marks of the original are paired",
    "halved": "“{shown}” is one word torn apart",
    "glued": "“{shown}” is two words grown together",
    "accent": "“{shown}” lacks its accents",
    "accents": "the words from “{first}” to “{last}” lack all their accents",
    "misspelled": "“{shown}” is no known word and one letter away from “{meant}”",
    "begun": "“{shown}” is no known word, only the beginning of “{meant}”",
    "cut-off": "the sentence breaks off after “{shown}”",
}
SERIOUS = frozenset({"encoding", "replacement", "reversed", "cut-off"})
TOGETHER = 3
"""Entities, tags and escapes of a passage from which it can hardly be read."""
CODE = frozenset({"entity", "markup", "escape"})
DOUBTFUL = frozenset({"misspelled", "begun"})
"""What the original must bear out where it is not certain by itself."""
RENDERED = 0.8
"""Confidence in a misspelling where a word of the original has the word meant among its renderings."""
LEAST = 0.5
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class TextDamaged:
    """The text was spoiled on its way: what stands there is not what the translator or the machine wrote or meant.

    Why it matters: a reader stumbles over it at once, and no search finds the word.
    Flags: “prÃ©sentÃ©”, “pr?sident”, “l&#39;État”, “gouverne ment”, “ministredes affaires”, “presidence” in a text that
    has its accents, “confirnés”; a passage without any accents; a bracket or quotation mark without its other half; a
    sentence that ends in “de la.”; major where the text cannot be read.
    Passes: what the original has as well (code, a quoted tag); capitals without accents; “a)”; smileys, inches; a
    quotation that the next sentence closes; names, words of either language, forms and compounds of known words; spaces
    before punctuation.
    Known limits: a slip that makes another word (“sale” for “sales”); two slips in a word; misspelled names; in pairs
    without their document, a mark whose other half may stand in another pair.
    Source: MQM, Linguistic conventions > Character encoding, Spelling, Unpaired marks; ITS characters, misspelling. A
    word is misspelled where the slip is likelier than a word that the lists of forms seen in the training data lack, by
    a regression over the kind and place of the slip, the frequency of the word meant and the rarity of the letter groups;
    weights learned on half of the words of the development sets. On their sound sets 0.3 % of segments are flagged, two
    thirds of them entities of web pages that are indeed there.
    """

    code: ClassVar[str] = "text-damaged"
    severity: ClassVar[Severity] = Severity.MINOR
    mqm: ClassVar[str] = "linguistic-conventions/character-encoding"
    its: ClassVar[str] = "characters"

    def find(self, evidence: Evidence) -> Iterator[Finding]:
        for pair, damages in zip(evidence.bitext.pairs, evidence.damages, strict=True):
            code = sum(1 for damage in damages if damage.kind in CODE)
            for damage in damages:
                confidence = _confidence(damage, pair)
                if confidence >= LEAST and not _in_run(damage, evidence):
                    serious = damage.kind in SERIOUS or (damage.kind in CODE and code >= TOGETHER)
                    severity = Severity.MAJOR if serious else self.severity
                    yield Finding(
                        self.code, severity, _message(damage), None, damage.passage, confidence, damage.meant
                    )


def _message(damage: Damage) -> str:
    shown = " ".join(damage.passage.text.split())
    words = shown.split() or [""]
    return KINDS[damage.kind].format(shown=shown, meant=damage.meant, first=words[0], last=words[-1])


def _in_run(damage: Damage, evidence: Evidence) -> bool:
    """Whether a word lies in a stretch of another language, whose spelling is another."""
    if damage.kind not in {"misspelled", "begun", "accent", "glued", "halved"}:
        return False
    return any(run.passage.overlaps(damage.passage) for runs in evidence.runs for run in runs)


def _confidence(damage: Damage, pair: Pair) -> float:
    """A doubtful misspelling counts as one where the original has a word that the word meant is known to render."""
    if (
        damage.kind not in DOUBTFUL
        or damage.certainty >= LEAST
        or damage.meant is None
        or pair.source is None
    ):
        return damage.certainty
    from auditor.word_alignment.lexicon import lexicon, vocabulary
    from auditor.word_alignment.words import analysis

    languages = pair.source.language, damage.passage.language
    source, target = map(vocabulary, languages)
    meant = target.ids.get(analysis(folded(damage.meant), languages[1], target.bare_count)[0])
    known = lexicon(*languages)
    words = _WORD.findall(folded(pair.source.text))
    stems = {analysis(word, languages[0], source.bare_count)[0] for word in words}
    places = [source.ids[stem] for stem in sorted(stems) if stem in source.ids]
    return RENDERED if any(meant in known.known(place) for place in places) else damage.certainty
