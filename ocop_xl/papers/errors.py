"""What can go wrong with a paper, each said in one Vietnamese sentence that staff can act on."""


class PaperError(Exception):
    """A paper could not be made; `str(error)` is the sentence for the user. No paper was written."""


class TemplateError(PaperError):
    """The Word template is at fault: an unknown name, a broken tag, a file that is no Word document."""
