"""Programs that run by the clock."""
