"""`python -m ocop_xl` is `ocop-xl`."""

from ocop_xl.cli.main import run

run()
