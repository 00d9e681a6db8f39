"""Scoring under Phụ lục II, QĐ 26/2026/QĐ-TTg: from answers to points, stars, and the way up."""

from ocop_xl.scoring.score import Answer, BadAnswer, Missed, Score, score

__all__ = ["Answer", "BadAnswer", "Missed", "Score", "score"]
