"""urllib."""
