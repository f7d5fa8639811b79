"""Short forms of bodies and things that are rendered otherwise than what they refer back to."""

from auditor.consistency.heads import HeadDeviation, head_deviations

__all__ = ["HeadDeviation", "head_deviations"]
