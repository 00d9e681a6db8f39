"""Buttons of the group «Chấm điểm»."""
