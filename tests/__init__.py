"""The tests of attio-scopes."""
