"""Measured ratios: every number is taken against a floor or a peer in the same run."""
