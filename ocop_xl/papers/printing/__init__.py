"""All papers of a choice in one PDF, with a list in front."""
