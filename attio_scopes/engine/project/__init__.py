"""Project: what the source of the analysed project says of its classes, its imports and the scopes of its variables."""
