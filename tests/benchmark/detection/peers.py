"""Peers: each is given all pairs at once and tells what it says of a pair, a set; None where it is not installed."""

import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from auditor.folding import ASCII_DIGITS

NOTE = re.compile(r"^# \(pofilter\) (\w+):", re.MULTILINE)
UNIT = re.compile(r'^msgctxt "(\d+)"$', re.MULTILINE)
DIGITS = re.compile(r"\d+")


class Pofilter:
    """All filters of translate-toolkit that its command runs by default, told the target language."""

    name = "pofilter"
    test = ""

    def __init__(self, pairs):
        self._said = None
        if command():
            self._said = _pofilter(tuple(pairs))

    def said(self, pair):
        return None if self._said is None else self._chosen(self._said[pair])

    def _chosen(self, filters):
        return filters


class PofilterNumbers(Pofilter):
    """Its filter of numbers alone."""

    name = "pofilter, numbers"

    def _chosen(self, filters):
        return filters & {"numbers"}


class Digits:
    """The runs of digits of both sides must be the same."""

    name = "digits"

    def __init__(self, _pairs):
        pass

    def said(self, pair):
        counts = [Counter(DIGITS.findall(text.translate(ASCII_DIGITS))) for text in pair[:2]]
        return set((counts[0] - counts[1]).items()) | set((counts[1] - counts[0]).items())


class Lingua:
    """Stretches of another language by lingua's detector of several languages, told the three there are."""

    name = "lingua"

    def __init__(self, _pairs):
        self._detector = None
        if find_spec("lingua"):
            from lingua import Language, LanguageDetectorBuilder

            known = Language.ARABIC, Language.ENGLISH, Language.FRENCH
            self._detector = LanguageDetectorBuilder.from_languages(*known).build()

    def said(self, pair):
        if self._detector is None:
            return None
        return self._stretches(pair[1], pair[2][1])

    @cache  # noqa: B019 - lives as long as the run
    def _stretches(self, text, language):
        return {
            (each.language.name, text[each.start_index : each.end_index].strip())
            for each in self._detector.detect_multiple_languages_of(text)
            if each.language.iso_code_639_1.name.lower() != language
        }


PEERS = (Pofilter, PofilterNumbers, Digits, Lingua)


@cache
def _pofilter(pairs):
    """Each pair with the names of the filters it fails."""
    found = {pair: frozenset() for pair in pairs}
    for language in sorted({pair[2][1] for pair in pairs}):
        own = [pair for pair in pairs if pair[2][1] == language]
        for number, filters in run_pofilter([pair[:2] for pair in own], language).items():
            found[own[number]] = filters
    return found


def command():
    """Where pofilter is: beside this Python or on the PATH; None where it is not installed."""
    return shutil.which("pofilter", path=str(Path(sys.executable).parent)) or shutil.which("pofilter")


def run_pofilter(texts, language):
    """The filters that fail, by the place of the pair of texts; run as a user runs it, on a PO file."""
    with tempfile.TemporaryDirectory() as folder:
        given, taken = Path(folder, "in.po"), Path(folder, "out.po")
        given.write_text(_po(texts), encoding="utf-8")
        subprocess.run(
            [command(), "--progress=none", f"--language={language}", str(given), str(taken)],
            check=True,
            capture_output=True,
        )
        units = taken.read_text(encoding="utf-8").split("\n\n") if taken.is_file() else []
    return {int(match[1]): frozenset(NOTE.findall(unit)) for unit in units if (match := UNIT.search(unit))}


def _po(texts):
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    units = (
        f'msgctxt "{number}"\nmsgid "{_quoted(source)}"\nmsgstr "{_quoted(target)}"\n'
        for number, (source, target) in enumerate(texts)
    )
    return "\n".join([head, *units])


def _quoted(text):
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ").replace("\t", " ")
