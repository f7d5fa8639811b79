"""Names of persons and places that come back as other names, distorted, or in the spelling of another language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from auditor.evidence import Evidence
from auditor.findings import Finding, Severity
from auditor.names import NameDifference
from auditor.wrong_renderings import SURELY_TOLD, Known

SURE = 0.7
"""Confidence from which on a finding is major."""
OTHER = 0.85
"""... where another word stands for a name: below it 8 of 12 on sound development data were unusual spellings."""
_SAYS = {
    "distorted": "“{target}” is no form of “{source}”",
    "place": "the original names “{source}”, the translation “{target}”",
    "person": "the original names “{source}”, which “{target}” does not spell",
    "translated": "“{source}” is a name, and “{target}” renders it as a word",
    "misspelled": "“{target}” spells “{source}” in no convention: its letters would be heard differently",
    "replaced": "nothing in the translation stands for “{source}”; where it should be, there is “{target}”",
    "added": "“{source}” is named without “{target}” in the original",
    "swapped": "“{source}” is the child’s name, which “{target}” makes the father’s",
    "homonym": "“{target}” is a place of a country that the original does not name; “{source}” is another",
    "rival": "the original names “{source}”; “{target}” is by custom another name",
    "half": "the original names “{source}”, of which “{target}” has no more than a part",
    "convention": "“{target}” spells “{source}” by English convention",
}


@dataclass(frozen=True, slots=True)
class NameChanged:
    """A name of the original comes back as another name, distorted, or spelled as in another language.

    Why it matters: another person or another country is another piece of news; a distorted name cannot be looked up.
    Flags: “Royaume de Hassemite” for المملكة الهاشمية; “Nasser Bouteflika” for ناصر بوريطة; “Libye” for سوريا;
    “Rachid Guerrier” for رشيد الغزواني, “ville de l’incroyance” for مدينة الكفرة, “Tatouine” for تطوان, “nigérien” for
    نيجيري; minor: “Abdul Latif Hamoushi” in French, where the Maghreb writes “Abdellatif Hammouchi”.
    “Al-Kharashbeh” for الخرابشة, “King Saeed” for الملك سعود, “Marwazi” for المرواني: letters exchanged, lost or added;
    minor where vowels alone are wrong, “Zouagha” for الزواغي, or where the spelling is another known place's, “Souss” for سوسة.
    “Lotfi Bouchnak le Bosniaque”: a word of the language that the original does not add to the name; “Rocks” for الصخيرات, “Reims”
    for رين: a word with a capital that nothing of the original accounts for, facing a name that nothing accounts for.
    “wilaya des Bourses” for ولاية منح, “Carriage Valley” for وادي عربة: a word beside the word for the kind of place, where its name
    should be; “université de Biza” for بيزا, Pise: a city read back from its Arabic letters; “Croissant-Rouge” for الصليب الأحمر.
    “barrages de Mossoul et de la Boutique” for سدود الموصل ودوكان, even where a dateline has the name; “Malawi” for مدينة ملوي: another
    place’s name has its letters; “Rita Ghattas” for ريتا غنطوس: beside a name that is spelled; “Powers platform” for منصة «قوى».
    “Hithro” for هيثرو, “Alec” for ألاك: what the press writes in one way alone (data/fixed_names.tsv), variants with every letter aside (“Garyan”);
    “Abou Qir” for أبو قرقاص: what stands beside أبو, بن, عين; “chevaliers de la moyenne” for فرسان المتوسط, in lower case too.
    Parts of a person's name beside one that is spelled, past بن and its like: “Zuhair bin Nasser” for زهران بن ناصر, “Jésus
    bin Rashid” for عيسى بن راشد, “Boubacar Ould Salek” for السالك ولد بوبكر; minor: “Samir” for سامر, by custom
    another name with the same letters (data/rival_names.tsv). “Edfou” for إدكو: two names that nothing spells on the other side, alike in
    most of their letters. “Sousse” for سوسة in Libya, whose Susah has the same letters: another country's, of which the original says
    nothing; “Ahmed bin Salem” for سالم بن أحمد; “Baalbek” for رأس بعلبك: half of a name.
    “parti Communication” for حزب تواصل, Tawassoul; “the Buyer” for المشتري, Jupiter: terms and senses of which only a name is accepted.
    Passes: any common spelling of an Arabic name (Mohammed, Mohamed, Muhammad); the capital for the country; a surname
    alone; a name that the sentences before or after hold.
    Known limits: short vowels, which Arabic does not write; foreign names read back wrongly (“Fandinberg” for فاندنبرغ), whose
    letters are all there, unless they are a city’s; a nationality before a title; a country for another of the same pair's
    countries; a wrong spelling that could be one of the name's; names that are also common words (سعيد, كريم) where
    neither a title, an office nor a name that is spelled right stands beside them.
    Source: MQM, Accuracy > Mistranslation > Entity. Spellings are judged by a transducer learned from name lists
    (Li, Zhang, Su 2004), places by the gazetteer; a name counts as another where the probability that one spells the
    other is below 0.04, and its neighbours or the order of the names put the two together. A name that nothing stands for,
    beside a name that stands for nothing, is judged by a regression fitted on names exchanged in every second sentence
    of the development sets; its confidence is the finding's. Where a given name, a title or a word such as مدينة is
    sure on both sides, its neighbours are compared directly: a name is misspelled where no convention hears each of
    its letters in its place. Arabic names are also sought by their letters: a word that no word of the original spells is meant
    for a name that no word of the translation spells where an account of both, letter by letter, costs little. Minor below a confidence of 0.7, of 0.85 where a name
    has nothing that stands for it and another word stands there.
    """

    code: ClassVar[str] = "name-changed"
    severity: ClassVar[Severity] = Severity.MAJOR
    mqm: ClassVar[str] = "accuracy/mistranslation/entity"
    its: ClassVar[str] = "inconsistent-entities"

    def find(self, evidence: Evidence) -> Iterator[Finding]:
        for each in evidence.name_differences:
            if each.kind in _SAYS:
                # Who tells of the same freely may name others; a name that is misspelled is that all the same.
                free = evidence.one_sided_share if each.kind == "replaced" else 0.0
                yield self._finding(each, round(each.confidence * (1 - free), 4))
        yield from self._meant(evidence)

    def _meant(self, evidence: Evidence) -> Iterator[Finding]:
        """Names that the term base or the inventory knows, rendered as words; each place once, by what is surest."""
        language = evidence.bitext.target.language
        said = [each.target for each in evidence.name_differences if each.target is not None]
        for wrong in evidence.wrong_terms:
            if wrong.is_name and not any(wrong.target.overlaps(each) for each in said):
                said.append(wrong.target)
                better = wrong.term.preferred(language)
                each = NameDifference("translated", wrong.source, wrong.target, better, wrong.confidence)
                yield self._finding(
                    each, wrong.confidence, SURELY_TOLD if wrong.known is Known.TOLD else SURE
                )

    def _finding(self, each: NameDifference, confidence: float, least: float = SURE) -> Finding:
        sure = each.kind != "convention" and confidence >= (OTHER if each.kind == "replaced" else least)
        severity = self.severity if sure else Severity.MINOR
        target = each.target.text if each.target else ""
        shown = {"source": " ".join(each.source.text.split()), "target": " ".join(target.split())}
        message = _SAYS[each.kind].format(**shown)
        return Finding(self.code, severity, message, each.source, each.target, confidence, each.suggestion)
