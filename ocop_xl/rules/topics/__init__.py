"""The rules themselves, one topic a file: code, words, article and function side by side."""
