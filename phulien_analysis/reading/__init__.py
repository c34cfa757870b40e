"""The figures in a text: every number found, told from what is none, with unit, bound and name."""
