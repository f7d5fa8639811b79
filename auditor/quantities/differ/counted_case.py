"""What the case of an Arabic noun tells of the numeral before it: 4.185 جنيها counts thousands, 350.500 دينارا does not."""

from __future__ import annotations

import re
from enum import Enum

from auditor.folding import ASCII_DIGITS, folded
from auditor.quantities.quantity import Quantity

_WRITTEN = re.compile(r"(\d{1,3})[.,٫،](\d{3})")
_WORD = re.compile(r"\s*([^\W\d_]{3,})")
_REACH = 24  # characters behind a numeral that hold what it counts
_NO_NOUNS = ("يا", "ها", "هما", "نا")
"""Ends of adverbs (سنويا) and of words with a pronoun."""


class Mark(Enum):
    """What a mark before three digits stands for."""

    THOUSANDS = 1
    DECIMALS = 2


def mark_by_case(quantity: Quantity) -> Mark | None:
    """By the accusative singular, which follows numbers from 11 to 99 alone and what ends in them; None where nothing tells.

    Which end it is decides: 4.185 جنيها counts 85, 350.500 دينارا the 50 of 350.
    """
    written = _WRITTEN.fullmatch(quantity.written.translate(ASCII_DIGITS))
    if quantity.language != "ar" or written is None or not _is_accusative(quantity):
        return None
    as_thousands, as_decimals = _asks_for_it(int(written[1] + written[2])), _asks_for_it(int(written[1]))
    if as_thousands == as_decimals:
        return None
    return Mark.THOUSANDS if as_thousands else Mark.DECIMALS


def _asks_for_it(value: int) -> bool:
    return 11 <= value % 100 <= 99


def _is_accusative(quantity: Quantity) -> bool:
    """Whether an indefinite noun in the accusative stands behind the number."""
    if quantity.measure is not None:
        word = folded(quantity.measure.text).split()[0]
        return word.endswith("ا") and quantity.measure.start >= quantity.passage.end
    text = quantity.passage.document.text
    match = _WORD.match(folded(text[quantity.passage.end : quantity.passage.end + _REACH]))
    word = match[1] if match else ""
    return word.endswith("ا") and not word.startswith("ال") and not word.endswith(_NO_NOUNS)
