"""What can go wrong with a package, each said in one Vietnamese sentence that staff can act on."""


class ExchangeError(Exception):
    """The package could not be made or read; `str(error)` is the sentence for the user. Nothing was written."""
