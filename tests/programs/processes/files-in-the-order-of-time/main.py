"""The parent waits for a file that a child makes: both see one file system, in the order of time."""
import multiprocessing as mp
import os
import tempfile
import time


def child(path):
    time.sleep(0.2)
    with open(path + ".tmp", "w") as file:
        file.write("ready")
    os.rename(path + ".tmp", path)
    time.sleep(0.3)
    with open(path, "a") as file:
        file.write(" and more")


if __name__ == "__main__":
    path = os.path.join(tempfile.mkdtemp(), "flag")
    process = mp.Process(target=child, args=(path,))
    process.start()
    turns = 0
    while not os.path.exists(path):
        turns += 1
        time.sleep(0.01)
    print(turns > 5, open(path).read())
    file = open(path)
    print(file.read())
    process.join()
    print(repr(file.read()), open(path).read())
