"""«Bước tiếp» and the page on which its questions are answered."""
