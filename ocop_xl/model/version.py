"""The shape of the workbook has a version: what came with which, so that an older workbook is told what it lacks.

1  the workbook of 0.1.0: twenty input tables
2  every figure true to its day: rows say from when and until when they count; meetings, classes apart from who attended,
   yearly figures, hamlets, who of several carries out a task; the way of a dossier to the province and back
"""

from __future__ import annotations

FIRST_VERSION = 1
MODEL_VERSION = 2
"""Of the workbooks that this program builds. A column or table says in `since` with which version it came."""
