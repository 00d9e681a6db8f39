"""This PC: putting the buttons in place, and saying in plain words why they do not work."""
