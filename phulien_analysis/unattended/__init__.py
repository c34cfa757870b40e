"""A run that nobody watches: what is due, what is tried again, and what whoever monitors is told."""
