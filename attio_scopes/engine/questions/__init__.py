"""Questions: what the rooms of the engine ask about functions, names and classes, and how each is worked out."""
