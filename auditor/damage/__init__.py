"""What is damaged in a translation: characters, words, marks, sentences, what stands twice; where, and what it should be."""

from auditor.damage.damage import Damage
from auditor.damage.doubled import doubled
from auditor.damage.doubling import Doubled
from auditor.damage.reading import read_damage, read_damages
from auditor.damage.said_twice import says_twice

__all__ = ["Damage", "Doubled", "doubled", "read_damage", "read_damages", "says_twice"]
