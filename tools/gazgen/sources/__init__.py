"""One module a source; each only reads, none decides."""
