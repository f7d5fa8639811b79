"""What is damaged in a translation: characters, words, marks, sentences; where, and what it should be."""

from auditor.damage.damage import Damage
from auditor.damage.reading import read_damage, read_damages

__all__ = ["Damage", "read_damage", "read_damages"]
