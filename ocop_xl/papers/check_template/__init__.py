"""What would go wrong in a Word template, told before any paper is made: everything at once, each with its place."""

from ocop_xl.papers.check_template.check import check_template
from ocop_xl.papers.check_template.finding import CATALOGUE, TemplateFinding

__all__ = ["CATALOGUE", "TemplateFinding", "check_template"]
