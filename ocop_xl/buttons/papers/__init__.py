"""Buttons of the group «Văn bản»."""
