"""Sentences with right and wrong renderings of the terms of a term base of one's own, made from `cases/terms/own.toml`."""

import itertools
import tomllib
from pathlib import Path
from typing import NamedTuple

TABLE = tomllib.loads((Path(__file__).parent / "cases" / "terms" / "own.toml").read_text(encoding="utf-8"))


class Planted(NamedTuple):
    """An Arabic sentence, its translation, and the passages of the translation that are wrong."""

    source: str
    target: str
    language: str
    wrong: tuple[str, ...]


def own_termbase():
    """The terms as a TSV file holds them."""
    rows = ["\t".join(" | ".join(term[code]) for code in ("ar", "fr", "en")) for term in TABLE["term"]]
    return "\n".join(["ar\tfr\ten", *rows, ""])


def planted_terms():
    """Each Arabic form with every right and wrong rendering in turn, in both languages."""
    for term, language in itertools.product(TABLE["term"], ("fr", "en")):
        renderings = [(each, True) for each in term[f"right_{language}"]]
        renderings += [(each, False) for each in term[f"wrong_{language}"]]
        most = max(len(renderings), 2 * len(term["forms"]))
        right, wrong = ([each for each in renderings if each[1] is kind] for kind in (True, False))
        turns = itertools.chain.from_iterable(
            zip(itertools.cycle(right), itertools.cycle(wrong), strict=False)
        )
        for number, (rendering, is_right) in enumerate(itertools.islice(turns, most)):
            frame, form = term["forms"][number // 2 % len(term["forms"])]
            source, target = (TABLE["frames"][frame][code] for code in ("ar", language))
            source, target = source.format(form), target.format(rendering)
            yield Planted(source, target, language, () if is_right else (rendering,))


def probe_termbase():
    """The five terms of the probe as a TSV file holds them; English where the cases need it."""
    english = {"État membre": "member state"}
    rows = [
        f"{arabic}\t{french}\t{english.get(french, '')}" for arabic, french in TABLE["probe"]["base"].items()
    ]
    return "\n".join(["ar\tfr\ten", *rows, ""])


def probe_cases():
    for case in TABLE["probe"]["case"]:
        language = "fr" if "fr" in case else "en"
        yield Planted(case["ar"], case[language], language, tuple(case.get("flag", ())))


SUGGESTED = {
    *(form for term in TABLE["term"] for code in ("fr", "en") for form in term[code]),
    *TABLE["probe"]["base"].values(),
    "member state",  # of the probe, in English
}


def term_findings(findings):
    """The target passages of the findings that name a term of these term bases: words that fit nothing are no matter here."""
    return [finding.target for finding in findings if finding.suggestion in SUGGESTED]
