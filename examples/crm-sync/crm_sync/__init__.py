"""Copies customers of the billing system into Attio."""
