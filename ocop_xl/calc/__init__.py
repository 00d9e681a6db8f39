"""The buttons in LibreOffice Calc: the actions of `ocop_xl.excel` on a workbook that is open there.

xlwings does not reach LibreOffice, and LibreOffice's own Python cannot be counted on to take packages. So the
extension (`macros/libreoffice`) starts us in the Python that has ocop_xl, and does what we order over a pipe.
What LibreOffice cannot: a table loses its column formulas when LibreOffice itself saves the file as .xlsx (the
cells keep theirs, «Sửa khung nhập» gives new rows theirs), and its own Ctrl+Z is emptied by a button; «Hoàn tác»
is the way back. A LibreOffice shut in a sandbox (Flatpak, Snap) may not be able to start another Python.
"""
