"""Readers of the source packages, one module each. They make no choices."""
