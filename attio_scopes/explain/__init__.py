"""Explain, in words: a code, a scope, an endpoint, a call or a refusal. Each takes facts and gives text; none reads the project."""
