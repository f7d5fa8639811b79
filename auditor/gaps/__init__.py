"""Clauses of one side that stand for nothing on the other.

Imported lazily: it loads numpy and the translation lexicon.
"""

from auditor.gaps.coverage import CoverageJudgement, Gap, find_gaps, judge_coverage

__all__ = ["CoverageJudgement", "Gap", "find_gaps", "judge_coverage"]
