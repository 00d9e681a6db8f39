"""Buttons of the group «Kiểm tra»: what is wrong, where it stands, what needs no decision to be put right."""
