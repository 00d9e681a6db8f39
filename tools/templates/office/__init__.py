"""Templates of `ocop_xl.papers.kinds.office`."""
