"""How each house template is laid out: one file a topic, each with its `TEMPLATES` by file name."""
