# First remedy: each worker writes its result to a file, and the parent merges them.
import os
import tempfile
from multiprocessing import Pool

def write_result(task):
    folder, number = task
    path = os.path.join(folder, f"part-{number}.txt")
    with open(path, "w") as file:
        for start in range(number * 400_000, (number + 1) * 400_000, 1000):
            file.write("".join(f"{n}\n" for n in range(start, start + 1000)))
    return path                     # a name is short, whatever is in the file

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        with Pool(2) as pool:
            paths = pool.map(write_result, [(folder, n) for n in range(2)], chunksize=1)
        print([os.path.basename(path) for path in paths])
        print(sum(os.path.getsize(path) for path in paths), "bytes in files")
        total = 0
        for path in paths:
            with open(path) as file:
                total += sum(map(int, file.read().split()))
        print("sum of the merged parts:", total)
