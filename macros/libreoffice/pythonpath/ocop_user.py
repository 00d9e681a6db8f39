"""What an action may say to the user and ask of her."""

from threading import Timer

import uno
import unohelper
from com.sun.star.awt import XKeyHandler

_INFO, _QUESTION = (uno.Enum("com.sun.star.awt.MessageBoxType", kind) for kind in ("INFOBOX", "QUERYBOX"))
_OK, _YES_NO, _YES_BY_ENTER, _YES = 1, 3, 262144, 2  # com.sun.star.awt.MessageBoxButtons, MessageBoxResults
_PLACE_ONLY = 3  # com.sun.star.awt.PosSize.POS
_ESCAPE = 1281  # com.sun.star.awt.Key
_TITLE = "Sổ OCOP"
_WIDTH, _LINE, _MARGIN = 260, 10, 8  # dialog units
_LETTERS_A_LINE = 70
_MOST_OPTIONS_SHOWN = 30


class User:
    VERBS = frozenset("status stopping tell confirm ask choose pick_file pick_folder".split())

    def __init__(self, context, frame):
        self.context, self.frame = context, frame
        self.indicator = None
        self.escape = None

    def do(self, verb, arguments):
        return getattr(self, verb)(*arguments)

    def status(self, text):
        """A word in the status bar; an empty one gives the bar back."""
        if not text:
            return self.leave_status(0)
        if self.indicator is None:
            self.indicator = self.frame.createStatusIndicator()
            self.indicator.start(text, 0)
        self.indicator.setText(text)  # LibreOffice looks at the keyboard while it shows it

    def stopping(self):
        """Whether she has pressed Esc since this was first asked."""
        if self.escape is None:
            self.escape = Escape(self.frame.getContainerWindow().getToolkit())
        return self.escape.pressed

    def leave_status(self, seconds):
        """Give the bar back, after the time it takes to read what stands there."""
        if self.escape is not None:
            self.escape.leave()
            self.escape = None
        if self.indicator is None:
            return
        shown, self.indicator = self.indicator, None
        if seconds:
            timer = Timer(seconds, shown.end)
            timer.daemon = True
            timer.start()
        else:
            shown.end()

    def tell(self, text):
        self._box(_INFO, _OK, text)

    def confirm(self, text):
        return self._box(_QUESTION, _YES_NO | _YES_BY_ENTER, text) == _YES

    def ask(self, text, default):
        """A line of text; None when she gives up."""
        return self._dialog(text, "Edit", 12, lambda field: field.setText(default), lambda field: field.Text)

    def choose(self, text, options):
        """The place of the option that she picks; None when she gives up."""
        height = _LINE * min(len(options), _MOST_OPTIONS_SHOWN) + 4

        def fill(field):
            field.addItems(tuple(options), 0)
            field.selectItemPos(0, True)

        return self._dialog(text, "ListBox", height, fill, lambda field: field.SelectedItemPos)

    def pick_file(self, title, kinds):
        """The path of a file that she chooses; `kinds` as Excel writes filters: `Name,*.x;*.y`. None if none."""
        picker = self._made("com.sun.star.ui.dialogs.FilePicker")
        picker.setTitle(title)
        parts = kinds.split(",")
        for name, patterns in zip(parts[::2], parts[1::2]):
            picker.appendFilter(name, patterns)
        if not picker.execute():
            return None
        return uno.fileUrlToSystemPath(picker.getSelectedFiles()[0])

    def pick_folder(self, title):
        """The path of a folder that she chooses; None if none."""
        picker = self._made("com.sun.star.ui.dialogs.FolderPicker")
        picker.setTitle(title)
        if not picker.execute():
            return None
        return uno.fileUrlToSystemPath(picker.getDirectory())

    def _box(self, kind, buttons, text):
        window = self.frame.getContainerWindow()
        box = window.getToolkit().createMessageBox(window, kind, buttons, _TITLE, text)
        try:
            return box.execute()
        finally:
            box.dispose()

    def _dialog(self, text, kind, height, fill, answer):
        """A question over one field: `fill(field)` before, `answer(field)` after «Đồng ý», None after «Thôi»."""
        lines = sum(1 + len(line) // _LETTERS_A_LINE for line in text.split("\n"))
        below = _MARGIN + lines * _LINE + 4
        model = self._made("com.sun.star.awt.UnoControlDialogModel")
        model.Title, model.Width, model.Height = _TITLE, _WIDTH, below + height + 34
        full = _WIDTH - 2 * _MARGIN
        _add(model, "FixedText", "question", (_MARGIN, _MARGIN, full, lines * _LINE), Label=text, MultiLine=True)
        _add(model, kind, "field", (_MARGIN, below, full, height))
        buttons = below + height + 10
        accept = {"Label": "Đồng ý", "PushButtonType": 1, "DefaultButton": True}
        _add(model, "Button", "ok", (_WIDTH - 124, buttons, 54, 14), **accept)
        _add(model, "Button", "cancel", (_WIDTH - 62, buttons, 54, 14), Label="Thôi", PushButtonType=2)
        dialog = self._made("com.sun.star.awt.UnoControlDialog")
        dialog.setModel(model)
        window = self.frame.getContainerWindow()
        dialog.createPeer(window.getToolkit(), window)
        around, size = window.getPosSize(), dialog.getPosSize()
        dialog.setPosSize((around.Width - size.Width) // 2, (around.Height - size.Height) // 2, 0, 0, _PLACE_ONLY)
        field = dialog.getControl("field")
        fill(field)
        try:
            field.setFocus()
            return answer(field) if dialog.execute() else None
        finally:
            dialog.dispose()

    def _made(self, service):
        return self.context.ServiceManager.createInstanceWithContext(service, self.context)


class Escape(unohelper.Base, XKeyHandler):
    """Listens for the key while a work runs; no other key is taken from anybody."""

    def __init__(self, toolkit):
        self.toolkit, self.pressed = toolkit, False
        toolkit.addKeyHandler(self)

    def leave(self):
        self.toolkit.removeKeyHandler(self)

    def keyPressed(self, event):
        self.pressed = self.pressed or event.KeyCode == _ESCAPE
        return event.KeyCode == _ESCAPE

    def keyReleased(self, event):
        return False

    def disposing(self, source):
        pass


def _add(model, kind, name, place, **facts):
    control = model.createInstance(f"com.sun.star.awt.UnoControl{kind}Model")
    control.PositionX, control.PositionY, control.Width, control.Height = place
    for fact, value in facts.items():
        control.setPropertyValue(fact, value)
    model.insertByName(name, control)
