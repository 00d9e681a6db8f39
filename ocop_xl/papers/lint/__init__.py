"""Is a Word file in the form of NĐ 30/2020/NĐ-CP? Any .docx, whoever made it; `lint.lint_paper` is the way in."""
