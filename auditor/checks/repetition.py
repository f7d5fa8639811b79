"""Words, phrases, clauses and sentences that the translation doubles and the original does not."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from auditor.bitext import Bitext, Passage
from auditor.damage import Doubled, doubled, says_twice
from auditor.evidence import Evidence
from auditor.findings import Finding, Severity
from auditor.folding import word_forms
from auditor.segmentation import split_sentences

_SENTENCES = re.compile(r"[^.!?؟…\n]+")


@dataclass(frozen=True, slots=True)
class Repetition:
    """A word, phrase or clause stands twice in the translation, but not in the original.

    Why it matters: machines fill a gap by saying the same again; what the original had there is lost.
    Flags: "des expériences et des expériences", "la réalisation des réalisations", "in the in the region", "in 2007
    2007", "is due to begin, is due to begin"; a clause of four content words said a second time further on; a whole sentence said twice, which is major.
    Passes: "nous nous réjouissons", "encore et encore", "roi des rois", a word, figure or clause that the original
    repeats as well; "after closing the draft, the draft", where the comma closes what opens the sentence.
    Known limits: the same thing said twice in different words; a word or two repeated further on in the sentence; a single word around a comma.
    Source: MQM, Linguistic conventions > Duplication; ITS duplication. Judged on what stands side by side, on
    both sides of a joining word (et, de, and, of) or, from two words on, a comma, and on the content words of a clause.
    """

    code: ClassVar[str] = "repetition"
    severity: ClassVar[Severity] = Severity.MINOR
    mqm: ClassVar[str] = "linguistic-conventions/duplication"
    its: ClassVar[str] = "duplication"

    sentence: int = 4  # words of a sentence; shorter ones may be a refrain

    def find(self, evidence: Evidence) -> Iterator[Finding]:
        if evidence.bitext.target.language == "ar":
            return
        sentences = list(self._sentences(evidence.bitext))
        yield from sentences
        for pair in evidence.bitext.pairs:
            if pair.target is None or pair.source is None:
                continue
            for each in doubled(pair.target):
                known = any(other.target and each.passage.overlaps(other.target) for other in sentences)
                if not known and not says_twice(pair.source, each):
                    yield Finding(self.code, self.severity, _message(each), pair.source, each.passage, 0.85)

    def _sentences(self, bitext: Bitext) -> Iterator[Finding]:
        """Sentences said twice in a row; major, since whatever stood there in the original is lost."""
        rough = [each for each in map(str.strip, _SENTENCES.findall(bitext.target.text)) if each]
        if not any(one == other for one, other in itertools.pairwise(rough)):
            return
        said_again = list(_twice(split_sentences(bitext.source), 1))
        for second in _twice(split_sentences(bitext.target), self.sentence):
            own = [pair.source for pair in bitext.pairs if pair.target and pair.target.overlaps(second)]
            source = next((passage for passage in own if passage is not None), None)
            if source is None or not any(each.overlaps(source) for each in said_again):
                message = "the translation says this sentence twice in a row, which the original does not"
                yield Finding(self.code, Severity.MAJOR, message, source, second, 0.9)


def _message(each: Doubled) -> str:
    text = " ".join(each.passage.text.split())
    if each.kind == "again":
        return f"“{text}” is said a second time here, which the original does not"
    return f"“{text}” says the same twice, which the original does not"


def _twice(sentences: Sequence[Passage], least: int) -> Iterator[Passage]:
    """The second of two sentences in a row with the same words, `least` or more."""
    spoken = [word_forms(sentence.text) for sentence in sentences]
    for (first, second), sentence in zip(itertools.pairwise(spoken), sentences[1:], strict=True):
        if first == second and len(second) >= least:
            yield sentence
