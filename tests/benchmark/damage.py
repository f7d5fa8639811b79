"""How well damage and doubling are found: `python -m tests.benchmark FOLDER damage`.

FOLDER holds `dev/`. Sound sentences of the development sets are spoiled in one place, kind by kind; doubled words and
misspellings that other people planted (demetr, contratico); false alarms on all sound sets.
"""

import html
import random
import re
from collections import Counter

from auditor.checks.repetition import Repetition
from auditor.checks.text_damaged import TextDamaged
from auditor.config import Options
from auditor.findings import Severity
from auditor.pipeline import Auditor
from auditor.readers.records import PairRecord
from auditor.training.planted_errors import planted_errors
from tests.benchmark.detection.sound import sound_sets
from tests.benchmark.tables import figure, print_table

SEED = 11
ROWS = 150  # sentences spoiled in each language and kind
LEAST = 20  # of a kind in a language, or nothing is said of it
DOUBLED = {"repeat2", "repeat4"}
MISSPELLED = {"misspelled", "char removed", "spelling"}  # weights are fitted on half of the rows
CODES = (TextDamaged.code, Repetition.code)
LONG = re.compile(r"(?<![\w’'-])[a-zà-öø-ÿœ]{7,}(?![\w’'-])")
ACCENTED = re.compile(r"(?<![\w’'-])[a-z]*[éèêàçùâîôû][a-zà-ÿ]+(?![\w’'-])")
GRAMMAR = re.compile(r" (?:de la|des|du|dans les|and the|to the|of the|in the|aux) ")
BARE = str.maketrans("éèêëàâçîïôùûœÉÈÀ", "eeeeaaciiouuoEEA")


def main(folder):
    sets = list(sound_sets(folder / "dev"))
    auditor = Auditor(Options(select=CODES))
    planted(auditor, dict(sets))
    planted_by_others(auditor, folder / "dev")
    false_alarms(auditor, sets)


def planted(auditor, sets):
    """Found: one of the two codes is said of a place that overlaps with what was spoiled."""
    rows = []
    for kind, spoil in KINDS.items():
        hits = Counter()
        for language in ("fr", "en"):
            draw = random.Random(SEED)  # noqa: S311
            pairs = sets[f"flores_devtest ar–{language}"] + sets[f"tico19 ar–{language}"][::3]
            spoiled = [
                (source, *made)
                for source, target, _ in draw.sample(pairs, len(pairs))
                if (made := spoil(target, draw))
            ][:ROWS]
            records = [
                PairRecord(number, number, source, text, "ar", language)
                for number, (source, text, _, _) in enumerate(spoiled)
            ]
            for (_, _, start, end), checked in zip(spoiled, auditor.check_all(records), strict=True):
                hits[language, "n"] += 1
                hits[language, "found"] += any(
                    each.target and each.target.start < end and start < each.target.end
                    for each in checked.findings
                )
        rows.append((kind, *(_share(hits, language) for language in ("fr", "en"))))
    print_table(("damage planted, found at its place", "fr", "en"), rows)


def _share(hits, language):
    count = hits[language, "n"]
    return f"{figure(hits[language, 'found'] / count, 2)} of {count}" if count >= LEAST else "–"


def planted_by_others(auditor, dev):
    kinds = {}
    for row in planted_errors(dev):
        if row.kind in DOUBLED or (row.kind in MISSPELLED and not row.is_fitted_on):
            pair = row.source, row.good, row.bad, row.languages
            kinds.setdefault(f"{row.set}: {row.kind}", []).append(pair)
    rows = []
    for kind, pairs in sorted(kinds.items()):
        said = [
            [{(each.code, each.target and each.target.text) for each in checked.findings} for checked in side]
            for side in (
                auditor.check_all(
                    PairRecord(number, number, pair[0], pair[place], *pair[3])
                    for number, pair in enumerate(pairs)
                )
                for place in (1, 2)
            )
        ]
        found = sum(bool(bad - good) for good, bad in zip(*said, strict=True))
        rows.append((kind, len(pairs), figure(found / len(pairs), 2)))
    print_table(("planted by others", "n", "found"), rows)


def false_alarms(auditor, sets):
    rows = []
    for name, pairs in sets:
        records = [PairRecord(number, number, *pair[:2], *pair[2]) for number, pair in enumerate(pairs)]
        codes, serious, minor = Counter(), 0, 0
        for checked in auditor.check_all(records):
            codes.update(each.code for each in checked.findings)
            worst = max((each.severity for each in checked.findings), default=None)
            serious += worst is not None and worst >= Severity.MAJOR
            minor += worst == Severity.MINOR
        shown = ", ".join(f"{code} {times}" for code, times in codes.most_common())
        rows.append((name, len(pairs), f"{serious / len(pairs):.2%}", f"{minor / len(pairs):.2%}", shown))
    print_table(("sound segments", "n", "major or above", "minor", "findings"), rows)


def _replaced(text, match, with_):
    """The spoiled text, and the place of what was spoiled in it."""
    return text[: match.start()] + with_ + text[match.end() :], match.start(), match.start() + len(with_)


def _one(pattern, change):
    """A maker that changes one place of a pattern; None where there is none, or where the change leaves it as it is."""

    def made(text, draw):
        places = list(pattern.finditer(text))
        if not places:
            return None
        match = draw.choice(places)
        with_ = change(match[0], draw)
        return _replaced(text, match, with_) if with_ != match[0] else None

    return made


def _misread(word, _draw=None):
    return word.encode().decode("cp1252", "replace").replace("\ufffd", "")


def _typo(word, draw):
    place = draw.randrange(1, len(word) - 1)
    kind = draw.choice(("drop", "swap", "double", "change"))
    head, tail = word[:place], word[place:]
    return {
        "drop": head + tail[1:],
        "swap": head + tail[1] + tail[0] + tail[2:],
        "double": head + tail[0] + tail,
        "change": head + draw.choice("aeiorstnlu") + tail[1:],
    }[kind]


def _torn(word, draw):
    place = draw.randrange(3, len(word) - 2)
    return f"{word[:place]} {word[place:]}"


def _hyphened(word, draw):
    place = draw.randrange(3, len(word) - 2)
    return f"{word[:place]}- {word[place:]}"


def _cut(text, draw):
    places = [match for match in GRAMMAR.finditer(text) if match.start() > len(text) / 3]
    if not places:
        return None
    kept = text[: draw.choice(places).end()].rstrip()
    return kept + ".", len(kept) - 1, len(kept)


def _no_accents(text, _draw):
    bare = text.translate(BARE)
    return (
        (bare, 0, len(bare))
        if sum(one != other for one, other in zip(text, bare, strict=False)) > 3
        else None
    )


def _opened(text, _draw):
    match = re.search(r"\(([^()]{4,60})\)", text)
    return _replaced(text, match, match[0][:-1]) if match else None


def _twice(text, draw):
    places = list(re.finditer(r"[^\W\d_]{3,}(?: [^\W\d_]{2,}){1,3}(?= )", text))
    if not places:
        return None
    match = draw.choice(places)
    return _replaced(text, match, f"{match[0]} {match[0]}")


KINDS = {
    "UTF-8 read as cp1252": _one(ACCENTED, _misread),
    "the same twice over": _one(ACCENTED, lambda word, _draw: _misread(_misread(word))),
    "replacement characters": _one(ACCENTED, lambda word, _draw: re.sub("[^a-z]", "\ufffd", word)),
    "question marks for letters": _one(ACCENTED, lambda word, _draw: re.sub("[^a-z]", "?", word)),
    "entities": _one(ACCENTED, lambda word, _draw: word.encode("ascii", "xmlcharrefreplace").decode()),
    "named entities": _one(
        ACCENTED,
        lambda word, _draw: "".join(
            f"&{html.entities.codepoint2name[ord(each)]};" if ord(each) > 127 else each for each in word
        ),
    ),
    "escapes": _one(
        ACCENTED, lambda word, _draw: word.encode("unicode_escape").decode().replace("\\xe", "\\u00e")
    ),
    "tags": _one(re.compile(" "), lambda _space, draw: draw.choice(("<br>", " </p> ", "<b> "))),
    "accents of all words lost": _no_accents,
    "accents of a word lost": _one(ACCENTED, lambda word, _draw: word.translate(BARE)),
    "word torn apart": _one(LONG, _torn),
    "hyphen left over": _one(LONG, _hyphened),
    "space lost before a small word": _one(
        re.compile(r"[a-zà-ÿ]{6,} (?:des|les|dans|the|and|of)(?= )"),
        lambda both, _draw: both.replace(" ", ""),
    ),
    "sentence cut off": _cut,
    "bracket not closed": _opened,
    "letter dropped, doubled, swapped, changed": _one(LONG, _typo),
    "word said twice": _one(LONG, lambda word, _draw: f"{word} {word}"),
    "phrase said twice": _twice,
    "word said twice around and": _one(
        re.compile(r"\bdes [a-zà-ÿ]{6,}|\bthe [a-z]{6,}s(?= )"),
        lambda both, _draw: f"{both} {'et' if both[0] == 'd' else 'and'} {both}",
    ),
}
