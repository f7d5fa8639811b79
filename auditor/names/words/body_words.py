"""Words for bodies and buildings that have names: شركة, قناة, جامعة."""

from __future__ import annotations

from functools import cache

from auditor.languages import language_data


@cache
def body_words() -> frozenset[str]:
    """Folded words after which a name may stand, without article."""
    return frozenset(language_data("ar", "names")["bodies"].split())
