# Before Python 3.8 a message of more than 2 GiB could not be sent.
# Here 2 MiB stand for 2 GiB: see "Messages" among the settings.
from multiprocessing import Pool

class Table:
    def __init__(self, megabytes):
        self.cells = b"x" * (megabytes * 1_000_000)

    def __repr__(self):
        return f"Table of {len(self.cells):,} bytes"

if __name__ == "__main__":
    with Pool(2) as pool:
        for megabytes in (1, 2, 3):
            try:
                print(megabytes, "MB:", pool.apply(Table, (megabytes,)))
            except Exception as error:
                print(megabytes, "MB:", type(error).__name__, error)
