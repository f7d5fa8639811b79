"""Lists of words that have to do with negation, by language (`polarity.toml`, the table `negation`)."""

from __future__ import annotations

from functools import cache

from auditor.languages import language_data


@cache
def with_words(language: str) -> frozenset[str]:
    """Words like “with”."""
    return _listed(language, "with")


@cache
def clause_words(language: str) -> frozenset[str]:
    """Words that begin another clause, which a negation before them does not reach."""
    return _listed(language, "clauses")


@cache
def relative_words(language: str) -> frozenset[str]:
    """Words that begin a clause about a noun, which a negation before them does not reach either."""
    return _listed(language, "relative")


@cache
def limiting_words(language: str) -> frozenset[str]:
    """Words that limit a negation before them (only, except)."""
    return _listed(language, "limits")


@cache
def excepting_words(language: str) -> frozenset[str]:
    """Words that except something from what is said, negated or not."""
    return _listed(language, "excepting")


@cache
def plain_words(language: str) -> frozenset[str]:
    """Words that negate by themselves, in whatever expression."""
    return _listed(language, "plain")


@cache
def clock_words(language: str) -> frozenset[str]:
    """Words before which an إلا tells the time."""
    return frozenset(language_data(language, "polarity")["negation"].get("clock", "").split())


@cache
def opening_words(language: str) -> frozenset[str]:
    """Words behind which a لا begins a clause and repeats nothing."""
    return frozenset(language_data(language, "polarity")["negation"].get("opening", "").split())


@cache
def head_words(language: str) -> frozenset[str]:
    """Words that begin a phrase and no clause."""
    return frozenset(language_data(language, "polarity")["negation"].get("heads", "").split())


@cache
def affirming_words(language: str) -> frozenset[str]:
    """Words that say of all, or by now, what a lost negation denied; none in Arabic, in which nothing is quoted with them."""
    return frozenset(language_data(language, "polarity")["negation"].get("affirming", "").split())


@cache
def failing_words(language: str) -> tuple[str, ...]:
    """Beginnings of words that deny the verb behind them (failed to submit)."""
    return tuple(language_data(language, "polarity")["negation"].get("failing", "").split())


@cache
def joining_words(language: str) -> frozenset[str]:
    """Words that join a second word to one that is denied."""
    return _listed(language, "joining")


@cache
def conditional_words(language: str) -> frozenset[str]:
    """Words that begin a condition; none in Arabic, of whose conditions alone that is asked."""
    return frozenset(language_data(language, "polarity")["negation"].get("conditional", "").split())


@cache
def prefixes(language: str) -> tuple[str, ...]:
    """What turns an adjective into its opposite; none in Arabic."""
    return tuple(language_data(language, "polarity")["negation"].get("prefixes", "").split())


def _listed(language: str, name: str) -> frozenset[str]:
    return frozenset(language_data(language, "polarity")["negation"][name].split())
