"""The package that tests think they are in."""
