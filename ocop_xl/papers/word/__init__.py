"""The engine: Word templates read, compiled once and filled many times. It knows nothing of OCOP."""
