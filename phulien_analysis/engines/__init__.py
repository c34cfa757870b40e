"""Engines for papermill that fork each notebook's interpreter from one that has its libraries loaded already."""
