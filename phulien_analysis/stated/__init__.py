"""The calculations that a text states: found in its wording, redone, and traced to the one wrong digit."""
