"""Whether a tokenizer reads a text word by word, so that a word that was read once need not be read again.

Judged by the tokenizer's settings, one by one, and where those leave a question by what it makes of spaces. A tokenizer
with any setting that is not listed here is asked for whole texts.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from tokenizers import Tokenizer

WHITESPACE = "".join(filter(str.isspace, map(chr, range(0x3001))))
"""All characters at which `str.split` cuts."""
COMPOSING = {"NFC", "NFKC"}
DECOMPOSING = {"NFD", "NFKD"}
"""No form composes or reorders anything across a space: the Unicode Standard, chapter 3.11, D108 to D117."""
SINGLE = {"Lowercase", "StripAccents"}
"""Normalisers that look at one character at a time."""
IN_PLACE = {"Strip", "BertNormalizer"}
"""Normalisers that look no further than the next space."""
CUTTING = {"WhitespaceSplit", "Whitespace", "BertPreTokenizer"}
"""Cut at spaces and drop them."""
WITHIN = CUTTING | {"Split", "Digits", "Punctuation"}
"""Cut each piece that they are given, whatever stands around it."""
ONE_CHARACTER = re.compile(r"(?:\[(?:[^\[\]\\&]|\\.)+\]|\\[sSdDwW])(\+?)")
"""A pattern that matches one character, or with + a run of such."""

Settings = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Reading:
    """How a text may be taken apart before the tokenizer sees it.

    `separator`: as for `str.split`, None for every whitespace. `by_character`: words in normal form NFKC are normalised
    character by character, and no token is looked for in the normalised text.
    """

    separator: str | None
    by_character: bool


def reading_of(tokenizer: Tokenizer) -> Reading | None:
    """How the tokenizer's texts fall into words; None where its settings do not say that they do."""
    normalisers = steps(tokenizer.normalizer, "normalizers")
    cutters = steps(tokenizer.pre_tokenizer, "pretokenizers")
    added = tokenizer.get_added_tokens_decoder().values()
    apart = (
        tokenizer.truncation is None
        and not getattr(tokenizer.model, "dropout", None)
        and all(not (token.lstrip or token.rstrip or set(token.content) & set(WHITESPACE)) for token in added)
        and all(map(keeps_to_words, normalisers))
        and cuts_at_spaces(cutters)
        and drops_spaces(tokenizer)
    )
    if not apart:
        return None
    composed_first = normalisers[1:] if normalisers and kind(normalisers[0]) in COMPOSING else normalisers
    return Reading(
        None if all(normalised(tokenizer, space) == " " for space in WHITESPACE) else " ",
        all(kind(step) in SINGLE or is_replacement(step) for step in composed_first)
        and not any(token.normalized for token in added),
    )


def steps(component: Any, sequence: str) -> list[Settings]:  # noqa: ANN401, the classes of tokenizers have no common type
    """The settings of a normaliser or pre-tokenizer, one by one where it is a sequence."""
    if component is None:
        return []
    settings: Settings = json.loads(component.__getstate__())
    return settings[sequence] if settings["type"] == "Sequence" else [settings]


def kind(step: Settings) -> str:
    return str(step["type"])


def keeps_to_words(step: Settings) -> bool:
    return kind(step) in COMPOSING | DECOMPOSING | SINGLE | IN_PLACE or is_replacement(step)


def is_replacement(step: Settings) -> bool:
    """Whether it replaces single characters, and runs of them by nothing more than a space; never by the end of a line."""
    if kind(step) != "Replace" or "\n" in step["content"]:
        return False
    if "String" in step["pattern"]:
        return len(step["pattern"]["String"]) == 1
    found = ONE_CHARACTER.fullmatch(step["pattern"]["Regex"])
    return found is not None and (not found[1] or step["content"] in {"", " "})


def cuts_at_spaces(cutters: list[Settings]) -> bool:
    if not cutters or not {kind(step) for step in cutters[1:]} <= WITHIN:
        return False
    first = cutters[0]
    marks = kind(first) == "Metaspace" and first["prepend_scheme"] == "always" and first["split"]
    return marks or kind(first) in CUTTING


def drops_spaces(tokenizer: Tokenizer) -> bool:
    """Whether more spaces than one, or at either end, are as good as one: Metaspace leaves marks to be dropped later."""
    one, both, other = (normalised(tokenizer, text) for text in ("a", "a b", "b"))
    if both != f"{one} {other}":
        return False
    first, second, spaced, nothing = (
        encoding.ids
        for encoding in tokenizer.encode_batch_fast(["a", "b", "  a   b  ", "  "], add_special_tokens=False)
    )
    return bool(first and second) and first + second == spaced and not nothing


def normalised(tokenizer: Tokenizer, text: str) -> str:
    return text if tokenizer.normalizer is None else str(tokenizer.normalizer.normalize_str(text))
