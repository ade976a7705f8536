"""The scope report: what a person who approves the scopes of a token needs to see. `view` gathers it, `html` and `markdown` show it."""
