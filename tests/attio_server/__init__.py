"""A stand-in for Attio that enforces scopes, and what it takes to run programs against it.

Nothing in this package imports `attio_scopes`: the server and the tool can disagree.
"""
