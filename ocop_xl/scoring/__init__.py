"""Scoring under Phụ lục II, QĐ 26/2026/QĐ-TTg: from answers to points and stars.

The way up is in `scoring.advice`, which nobody pays for who only scores.
"""

from ocop_xl.scoring.score import Answer, BadAnswer, Missed, Score, score

__all__ = ["Answer", "BadAnswer", "Missed", "Score", "score"]
