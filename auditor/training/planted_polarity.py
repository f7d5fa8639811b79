"""Sound pairs, and the same with a negation taken out of either side or put into the translation."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

REMOVED = {
    "en": (
        (r"\bcannot\b", "can"),
        (r"\b(is|are|was|were|did|does|do|has|have|had|could|would|should)n[’']t\b", r"\1"),
        (r"\b(?:(?:did|do|does) )?not (\w+(?: \w+)?) any\b", r"\1 some"),
        (r"\b(?:did|do|does) not (?=\w)", ""),
        (r"\bdid not (?=\w)", "did in fact "),
        (r"\bnot (?!only|just|later|until|more|less)", ""),
        (r"\bno longer\b", "still"),
        (r"\bno longer\b", "now"),
        (r"\bneither (.{1,40}?) nor\b", r"both \1 and"),
        (r",? nor (?=(?:did|do|does|is|are|was|were|has|have|will|would|could|can)\b)", " and "),
        (r"\bno (?!longer|later|more|less|doubt|fewer)(?=\w)", "a "),
        (r"\bwithout any\b", "with some"),
        (r"\bwithout (?=\w+ing\b)", "by "),
        (r"\bwithout (?=\w+ing\b)", "after "),
        (r"\bwithout\b", "with"),
        (r"\bnever ", ""),
        (r"\bNone\b", "Some"),
        (r"\bNo one|Nobody\b", "Everyone"),
        (r"\bun(?=able|likely|known|paid|lawful|fair|safe|stable|acceptable|necessary|clear|certain|expected)", ""),
        (r"\bin(?=sufficient|complete|adequate|direct|formal|appropriate|effective|correct|visible)", ""),
        (r"\bnon-?(?=[a-z]{4})", ""),
        (r"\bfailed to\b", "managed to"),
        (r"\black of\b", "presence of"),
    ),
    "fr": (
        (r"\b(?:[Nn]e |[Nn][’'])((?:\w+[’'])?\w+(?: \w+)?) pas d(?:e |[’'])", r"\1 des "),
        (r"\b(?:[Nn]e |[Nn][’'])((?:\w+[’'])?\w+(?: \w+)?) (?:pas|plus|jamais)(?! que)\b", r"\1"),
        (r"\b(?:[Nn]e |[Nn][’'])((?:\w+[’'])?\w+(?: \w+)?) plus\b", r"\1 toujours"),
        (r"\b(?:[Nn]e |[Nn][’'])((?:\w+[’'])?\w+(?: \w+){0,3}) (?:aucun|nul)(e?)\b", r"\1 un\2"),
        (r"\b[Nn]e (peut|peuvent|pouvait|pouvaient|pourra|pourront|saurait)\b(?=(?: \w+){2})(?!.{0,50}\bqu[e’'])", r"\1"),
        (r"\b[Aa]ucune? (\w+) (?:ne |n[’'])", r"Chaque \1 "),
        (r"\b[Nn]e (?:pas|plus|jamais) ", ""),
        (r"\bsans (?:aucune?|nul(?:le)?)\b", "avec"),
        (r"\bsans qu[e’']", "pour que "),
        (r"\bsans (?=\w+(?:er|ir|re)\b)", "après "),
        (r"\bsans (?=\w+(?:er|ir|re)\b)", "pour "),
        (r"\b([Ss])ans\b", "avec"),
        (r"\bnon[- ](?=[a-z]{4})", ""),
        (r"\bl[’']absence d[e’']", "la présence de "),
        (r"\bin(?=suffisan|complet|direct|stable|juste|connu|utile|capable|formel|adéquat|achevé)", ""),
        (r"\bil(?=légal|légitime|licite)|\bim(?=possible|prévu|parfait)|\bir(?=régul|respons)", ""),
    ),
}  # fmt: skip
"""What a negation of the translation is, and what is written for it."""
ADDED = {
    "en": re.compile(r"\b(is|are|was|were|has|have|will|could|may|should|would|had|must|can)\b(?! not)"),
    "fr": re.compile(
        r"(?<![nlsd]['’])(?<!ne )(?<!t-)(?<!y )\b(a|ont|est|sont|était|étaient|peut|peuvent|doit|doivent|sera|seront"
        r"|avait|avaient|fut|furent|aura|auront)\b(?! (?:pas|plus|rien|jamais|aucun))"
    ),
}
UNLIMITED = {
    "en": (
        (r"\b[Oo]nly (?=\w)", "not "),
        (r"\b[Oo]nly\b", ""),
        (r"\b(?:except(?: for)?|apart from|other than|with the exception of)\b", "including"),
        (r"\bunless\b", "if"),
        (r"\bnot (\w+(?: \w+){0,4}) (?:until|unless)\b", r"not \1 after"),
    ),
    "fr": (
        (r"\b([Nn]e |[Nn][’'])(\w+)((?: \w+)?) qu(?:e |[’'])", r"\1\2 pas\3 "),
        (r"\b([Nn]e |[Nn][’'])(\w+)((?: \w+){0,3}) qu(?:e |[’'])", r"\2\3 "),
        (r"\b(?:seulement|uniquement|exclusivement) ", ""),
        (r"\b(?:sauf|hormis|excepté|à l[’']exception)\b(?: d(?:es?|u)\b)?", "y compris"),
        (r"\b[Ss]eul(e?)s\b", "Tous"),
        (r"\b[Ss]eul(e?)\b", "Chaque"),
        (r"\bà moins (?:que|de|d[’'])", "à condition "),
    ),
}  # fmt: skip
"""What limits, and what is written for it."""
AFFIRMED = {
    "en": (
        (r"\b(?:failed|fails|refused|refuses|declined|neglected) to\b", "managed to"),
        (r"\b(?:fail|refuse|decline|neglect) to\b", "manage to"),
        (r"\b(denied|denies|denying)\b", "confirmed"),
        (r"\b(?:unable|impossible|unwilling|reluctant)\b", "able"),
        (r"\b(?:lack|absence|shortage) of\b", "presence of"),
        (r"\black(?:s|ed)?\b", "have"),
        (r"\b(?:prevent|stop)(s|ed|ing)?\b", r"allow\1"),
        (r"\b(?:reject|refuse)(s|d|ed)\b", "accepted"),
        (r"\bavoid(s|ed|ing)?\b", r"seek\1"),
        (r"\b(?:ignor(?:e|es|ed|ing)|exclud(?:e|es|ed|ing))\b", "included"),
        (r"\b(?:prohibit|forbid|ban)(?:s|ned|den|ed)?\b", "allowed"),
    ),
    "fr": (
        (r"\brefus(é|e|ent|er|ant)\b", r"accept\1"),
        (r"\brejet(é|er|te|ant)\b", r"accept\1"),
        (r"\b(?:ne|n[’']) ?(\w+) pas (pu|être|réussi)\b", r"\1 \2"),
        (r"\b(?:nié|démenti)\b", "confirmé"),
        (r"\b(?:nie|dément)\b", "confirme"),
        (r"\b(?:l[’']absence|le manque|la pénurie|le défaut) (d(?:e|[’']|u|es))", r"la présence \1"),
        (r"\bempêch(er|é|e|ent|ant)\b", r"aid\1"),
        (r"\b[ée]vit(er|é|e|ent|ant)\b", r"cherch\1"),
        (r"\bimpossible\b", "possible"),
        (r"\b(?:échoué|renoncé)\b", "réussi"),
        (r"\bincapables?\b", "capable"),
        (r"\binterdit(e?s?)\b", r"permis\1"),
        (r"\bignor(er|é|e|ent|ant)\b", r"écout\1"),
        (r"\bexclu(?:re|e|s|es)?\b", "prévu"),
    ),
}  # fmt: skip
"""What denies in the translation of an Arabic verb, and what is written for it."""
ARABIC = re.compile(r"(?<!\w)و?(?:لا|لم|لن|ليس|ليست|غير|بعدم|عدم|دون|بدون) (?=\w)")
"""Arabic negations that are words of their own."""


class Planted(NamedTuple):
    """A pair with a negation less on the side of the original (`kind` "added"), less or more in the translation."""

    kind: str
    source: str
    target: str


def planted(source: str, target: str, languages: tuple[str, str], draw: random.Random) -> Iterator[Planted]:
    """What can be made of a sound pair, each kind at most once; in French the gerund is not mended."""
    for kind, table in (("lost", REMOVED), ("except", UNLIMITED), ("denying", AFFIRMED)):
        changed = replaced(target, table[languages[1]], draw)
        if changed and (kind == "lost" or languages[0] == "ar"):
            yield Planted(kind, source, changed)
    places = list(ADDED[languages[1]].finditer(target))
    if places and draw.random() < SHARE:
        yield Planted("added", source, denied(target, draw.choice(places), languages[1], draw))
    negations = list(ARABIC.finditer(source)) if languages[0] == "ar" else []
    if negations:
        match = draw.choice(negations)
        yield Planted("added", source[: match.start()] + source[match.end() :], target)


def replaced(text: str, table: Sequence[tuple[str, str]], draw: random.Random) -> str | None:
    """With one passage replaced, by one of the patterns of the table that are found; None where none is."""
    for pattern, plain in draw.sample(table, len(table)):
        matches = list(re.finditer(pattern, text))
        if matches:
            match = draw.choice(matches)
            return text[: match.start()] + match.expand(plain) + text[match.end() :]
    return None


SHARE = 0.15
"""Of the pairs, how many get a negation."""


def denied(target: str, place: re.Match[str], language: str, draw: random.Random) -> str:
    """A target with a negation at a verb."""
    if language == "en":
        return f"{target[: place.end()]} {draw.choice(('not', 'not', 'never'))}{target[place.end() :]}"
    before = "n’" if place[0][0] in "aeéo" else "ne "
    after = draw.choice(("pas", "pas", "plus", "jamais"))
    return f"{target[: place.start()]}{before}{place[0]} {after}{target[place.end() :]}"
