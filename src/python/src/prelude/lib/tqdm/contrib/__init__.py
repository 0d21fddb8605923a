"""tqdm.contrib."""
