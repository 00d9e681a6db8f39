"""The product pages: a folder of HTML that opens by double click, made from one workbook or a folder of them.

`sources` reads the workbooks, `cards` takes from them what the public may see on a day, `addresses` keeps every page's
address for ever, `pictures` and `qr` make what a page carries, `pages` draws, `site` writes what has changed.
"""
