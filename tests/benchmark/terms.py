"""Terms: planted wrong renderings, literal ones that no list has, false alarms on sound translations, speed.

FOLDER holds `dev/` and `train/`.
"""

import gzip
import itertools
import tempfile
import time
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

from auditor.bitext import Bitext, Document, Pair
from auditor.checks.term_inconsistent import TermInconsistent
from auditor.config import Options
from auditor.pipeline import Auditor
from auditor.readers.records import PairRecord
from auditor.terms import Term, TermBase
from auditor.terms.loading import load_termbases
from auditor.terms.matching import keyed_passage, keyed_words
from auditor.terms.senses import content_keys
from auditor.terms.uses import TermReader
from auditor.wrong_senses import literal_renderings
from tests.benchmark.tables import figure, print_table
from tests.planted_terms import own_termbase, planted_terms, probe_cases, probe_termbase, term_findings

UNITED_NATIONS = 8000  # pairs of each language
DOCUMENT = 30  # pairs that are read as one document
FRAMES = {
    "ar": "ووفق المصدر نفسه فإن {} كان موضوع نقاش طويل مساء أمس.",
    "fr": "Selon la même source, {} a fait l'objet d'un long débat hier soir.",
    "en": "According to the same source, {} was discussed at length last night.",
}


def main(folder):
    own_terms()
    press = load_termbases([])
    literal_table(press)
    sound_table(folder, press)
    inconsistency(folder, press)
    speed(folder, press)


def own_terms():
    rows = []
    sets = (
        ("every form and clitic", own_termbase(), planted_terms()),
        ("term probe", probe_termbase(), probe_cases()),
    )
    for name, termbase, cases in sets:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "own.tsv"
            path.write_text(termbase, encoding="utf-8")
            rows.append(
                (
                    name,
                    *judged(Auditor(Options(termbases=(path,), select=("term-mistranslated",))), list(cases)),
                )
            )
    print_table(("own terms", "sentences", "precision", "recall", "F1", "span within a word"), rows)


def judged(auditor, cases):
    right = wrong = missed = exact = 0
    for number, case in enumerate(cases):
        record = PairRecord(number + 1, number, case.source, case.target, "ar", case.language)
        found = term_findings(auditor.check(record).findings)
        if not case.wrong:
            wrong += len(found)
            continue
        start = case.target.index(case.wrong[0])
        end = start + len(case.wrong[0])
        hits = [target for target in found if target.start < end and start < target.end]
        right, missed, wrong = right + bool(hits), missed + (not hits), wrong + len(found) - len(hits)
        exact += any(len(set(hit.text.split()) ^ set(case.wrong[0].split())) <= 1 for hit in hits)
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return len(cases), *map(figure, (precision, recall, f1)), figure(exact / max(1, right))


def literal_table(press):
    """The renderings that the press term base forbids, read with a term base that does not have them."""
    rows = []
    for language in ("fr", "en"):
        reader = TermReader(TermBase(tuple(Term(term.forms) for term in press.terms)), "ar", language)
        planted = found = 0
        for term in press.terms:
            for wrong in term.forbidden.get(language, ()):
                length = len(content_keys(wrong, language))
                arabic = next((form for form in term.forms["ar"] if len(form.split()) == length > 1), None)
                if arabic is not None:
                    bitext = single(FRAMES["ar"].format(arabic), FRAMES[language].format(wrong), language)
                    planted += 1
                    found += bool(literal_renderings(bitext, reader.read(bitext)))
        rows.append((f"ar–{language}", planted, found, figure(found / planted)))
    print_table(("literal renderings, unlisted", "planted", "found", "recall"), rows)


def sound_table(folder, press):
    rows = []
    for language in ("fr", "en"):
        reader = TermReader(press, "ar", language)
        groups = itertools.groupby(sound_pairs(folder, language), key=lambda row: row[0])
        for name, pairs in groups:
            counts = Counter()
            for _, source, target in pairs:
                bitext = single(source, target, language)
                read = reader.read(bitext)
                counts.update(
                    pairs=1, uses=len(read.uses), accepted=sum(use.accepted is not None for use in read.uses)
                )
                counts.update(forbidden=len(read.wrong), literal=len(literal_renderings(bitext, read)))
                counts.update(calques=len(read.calques))
            shown = (counts[key] for key in ("pairs", "uses", "accepted", "forbidden", "literal", "calques"))
            rows.append((f"{name} ar–{language}", *shown))
    print_table(
        ("sound translations", "pairs", "uses of terms", "accepted", "forbidden", "literal", "calques"), rows
    )


def inconsistency(folder, press):
    rows = []
    for language in ("fr", "en"):
        reader = TermReader(press, "ar", language)
        planted = found = false = 0
        for term in press.terms:
            forms = [form for form in term.forms[language] if len(content_keys(form, language)) > 1]
            other = next((form for form in forms if not nested(forms[0], form, language)), None)
            arabic = term.forms["ar"][0]
            if other is None or not forms[0][:1].isupper() or " " not in arabic:
                continue
            planted += 1
            found += bool(deviating(reader, arabic, [forms[0], forms[0], other, forms[0]], language))
            false += bool(deviating(reader, arabic, [forms[0]] * 4, language))
        pairs = [row[1:] for row in sound_pairs(folder, language) if row[0] != "flores_devtest"]
        documents = [pairs[first : first + DOCUMENT] for first in range(0, len(pairs) - DOCUMENT, DOCUMENT)]
        alarms = sum(bool(inconsistent(reader, document, language)) for document in documents)
        rows.append((f"ar–{language}", planted, found, false, len(documents), alarms))
    columns = ("term-inconsistent", "planted", "found", "flagged without", "sound documents", "flagged")
    print_table(columns, rows)


def nested(one, other, language):
    keys = set(content_keys(one, language)), set(content_keys(other, language))
    return keys[0] <= keys[1] or keys[1] <= keys[0]


def deviating(reader, arabic, renderings, language):
    frames = [(FRAMES["ar"].format(arabic), FRAMES[language].format(rendering)) for rendering in renderings]
    return inconsistent(reader, frames, language)


def inconsistent(reader, pairs, language):
    read = joined(pairs, language)
    return list(
        TermInconsistent().find(SimpleNamespace(bitext=read, term_uses=reader.read(read), departures=()))
    )


def speed(folder, press):
    """Microseconds of processor time of reading terms and literal renderings, of pairs never seen and of the same pairs again."""
    rows = []
    for language in ("fr", "en"):
        begun = time.process_time()
        reader = TermReader(press, "ar", language)
        built = time.process_time() - begun
        pairs = [row[1:] for row in sound_pairs(folder, language) if row[0] == "flores_devtest"][:500]
        times = []
        for _ in range(4):
            keyed_passage.cache_clear()
            keyed_words.cache_clear()
            bitexts = [single(*pair, language) for pair in pairs]
            begun = time.process_time()
            for bitext in bitexts:
                literal_renderings(bitext, reader.read(bitext))
            times.append((time.process_time() - begun) / len(pairs) * 1e6)
        rows.append((f"ar–{language}", f"{times[0]:.0f}", f"{min(times[1:]):.0f}", f"{built * 1e3:.0f}"))
    print_table(("processor time", "µs a pair, first", "again", "ms to index the term base"), rows)


def sound_pairs(folder, language):
    """Set, Arabic, translation; grouped by set."""
    column = {"fr": 1, "en": 2}[language]
    for name in ("flores_devtest", "tico19"):
        for cells in rows_of(folder / "dev" / f"{name}.ar-fr-en.tsv.gz"):
            yield name, cells[0], cells[column]
    train = rows_of(folder / "train" / f"ar-{language}.tsv.gz")
    united = [cells for cells in train if cells[2].startswith("un_v1")][:UNITED_NATIONS]
    yield from (("United Nations", *cells[:2]) for cells in united)
    yield from (("other texts", *cells[:2]) for cells in train[::16] if not cells[2].startswith("un_v1"))


def rows_of(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [line.rstrip("\n").split("\t") for line in lines]


def single(source, target, language):
    return joined([(source, target)], language)


def joined(pairs, language):
    """A bitext with a line for each pair."""
    source = Document("source", "ar", "\n".join(pair[0] for pair in pairs))
    target = Document("target", language, "\n".join(pair[1] for pair in pairs))
    places, one, other = [], 0, 0
    for first, second in pairs:
        sides = source.passage(one, one + len(first)), target.passage(other, other + len(second))
        places.append(Pair(*sides, 1.0, 1.0))
        one, other = one + len(first) + 1, other + len(second) + 1
    return Bitext(source, target, tuple(places))
