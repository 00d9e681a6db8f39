"""What is true of any Office file: its zip judged before it is parsed, its parts and their links, safe writing."""
