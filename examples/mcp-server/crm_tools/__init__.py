"""Attio for an assistant."""
