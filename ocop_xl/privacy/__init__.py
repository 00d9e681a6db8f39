"""What may be seen by whom: the profile of who receives, and what is covered in free text."""
