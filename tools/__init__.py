"""Developers' tools: what is generated from the package and committed."""
