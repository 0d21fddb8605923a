"""Python parts of the built-ins: what a native cannot finish without calling Python code is finished here."""
