"""Reading a document's prose: its numbers, and the calculations that it states."""
