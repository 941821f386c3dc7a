"""Readers of the source packages, one module each. They make no editorial choices."""
