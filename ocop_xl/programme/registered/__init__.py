"""What a registered paper said: the cells it shows, the figures counted for it, and whether they still stand."""
