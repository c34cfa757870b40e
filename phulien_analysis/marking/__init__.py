"""Findings given back to whoever wrote the document, such as comments in a copy of it, at their numbers."""
