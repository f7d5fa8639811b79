"""Names of bodies and offices, read part by part in the original, and what the translation has for each part.

Imported lazily: it loads the translation lexicon.
"""

from auditor.institutions.misrendered import Misrendered, misrendered_names

__all__ = ["Misrendered", "misrendered_names"]
