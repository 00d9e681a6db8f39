"""A workbook open in a LibreOffice of the tests' own, with the extension's code beside it, and someone for the user."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

from ocop_xl.desks.calc import CalcDesk
from ocop_xl.desks.calc_channel import Channel
from tests.buttons.libreoffice.lo_office import Office
from tools.build_extension import SOURCE


class FakeUser:
    """Answers for the user; her dialogs are clicked for real in test_extension_window.py."""

    VERBS = frozenset(("status", "tell", "confirm", "ask", "choose", "pick_file", "pick_folder"))

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.answers: list[Any] = []

    def do(self, verb: str, what: list[Any]) -> Any:
        self.heard.append(str(what[0]))
        return self.answers.pop(0) if verb not in ("status", "tell") else None

    def tell(self, text: str) -> None:
        self.heard.append(text)

    def leave_status(self, seconds: int) -> None:
        """Nothing stands in a bar."""


class Direct(Channel):
    """The channel without the pipes: each order goes through JSON both ways, as over them."""

    def __init__(self, answer: Any, book: Any, user: FakeUser) -> None:
        self._done = lambda order: answer(order, book, user)

    def order(self, do: str, *what: Any) -> Any:
        sent = io.BytesIO()
        Channel(io.BytesIO(b'{"value": null}\n'), sent).order(do, *what)
        reply = json.dumps(self._done(json.loads(sent.getvalue()))).encode() + b"\n"
        return Channel(io.BytesIO(reply), io.BytesIO()).order(do, *what)


class Calc:
    """A workbook open in LibreOffice, its desk, and the user in front of it."""

    def __init__(self, document: Any) -> None:
        import ocop_book
        import ocop_run

        self.document, self.user = document, FakeUser()
        self.book = ocop_book.OpenBook(document.getCurrentController())
        self.desk = CalcDesk(Direct(ocop_run._answer, self.book, self.user))


class OfficeWithCode(Office):
    """LibreOffice, whose extension's modules this Python can import too."""

    def __init__(self, soffice: str, profile: Path) -> None:
        super().__init__(soffice, profile)
        sys.path.insert(0, str(SOURCE / "pythonpath"))

    def close(self) -> None:
        sys.path.remove(str(SOURCE / "pythonpath"))
        super().close()
