"""Names of both sides: whether a Latin word spells an Arabic one, what places are called, which names differ."""

from auditor.names.difference import NameDifference
from auditor.names.differences import name_differences
from auditor.names.pair.likeness import same_name
from auditor.names.spellings import Deviation, name_deviations

__all__ = ["Deviation", "NameDifference", "name_deviations", "name_differences", "same_name"]
