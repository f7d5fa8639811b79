"""Which words English and French dictionaries have: Debian's word lists of SCOWL, and what hunspell passes.

SCOWL may be shipped with its notice (`auditor/language_runs/data/SCOWL.txt`); the French dictionary only says which words are
not English alone, nothing of it is in the model.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from shutil import which

from auditor.errors import AuditorError

USUAL = ("american-english", "british-english")
EVERY = (*USUAL, "american-english-large", "british-english-large")
FRENCH = "fr_FR"
FOLDER = Path("/usr/share/dict")
PACKAGES = "wamerican wamerican-large wbritish wbritish-large hunspell hunspell-fr"


class MissingDictionaryError(AuditorError):
    """A dictionary that the training reads is not installed."""


def english_words(lists: Sequence[str], folder: Path = FOLDER) -> frozenset[str]:
    """The words of `lists`, USUAL or EVERY, as they write them; what has an apostrophe is left out.

    Raises:
        MissingDictionaryError: a list is not there.
    """
    found: set[str] = set()
    for name in lists:
        if not (folder / name).is_file():
            raise MissingDictionaryError(f"{folder / name} is not there; install {PACKAGES}")
        found.update((folder / name).read_text(encoding="utf-8").split())
    return frozenset(word for word in found if word.isalpha())


def not_french(words: Iterable[str]) -> set[str]:
    """Those of the words that the French dictionary does not have, in any form.

    Raises:
        MissingDictionaryError: hunspell or its dictionary is not there.
    """
    command = which("hunspell")
    if command is None:
        raise MissingDictionaryError(f"hunspell is not there; install {PACKAGES}")
    run = subprocess.run(  # noqa: S603 - the words are standard input
        [command, "-d", FRENCH, "-i", "utf-8", "-l"],
        input="\n".join(words),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if run.returncode:
        raise MissingDictionaryError(f"hunspell -d {FRENCH}: {run.stderr.strip()}; install {PACKAGES}")
    return set(run.stdout.split())
