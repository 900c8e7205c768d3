"""Turns collected tables into Turtle of the record."""
