"""What a command with much to ask or to say is made of: options of numbering, words, JSON."""
