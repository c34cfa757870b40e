"""Calculations inside the tables of a document: rows that add up, columns that follow from others."""
