"""Criteria sets, score sheets, their lines, and what follows from a score."""
