"""Old appendices in whatever form they were kept → proposed rows, with what was unsure and what found no place."""

from ocop_xl.sheets.importing.proposal import Proposal
from ocop_xl.sheets.importing.propose import propose

__all__ = ["Proposal", "propose"]
