"""Workers write files; the parent reads them."""
import multiprocessing as mp
import os
import tempfile


def part(folder, number):
    with open(os.path.join(folder, f"part-{number}.txt"), "w") as file:
        for n in range(3):
            file.write(f"{number * 10 + n}\n")


def log(path, number):
    with open(path, "a") as file:
        file.write(f"worker {number}\n")


def tidy(folder):
    os.makedirs(os.path.join(folder, "sub", "deep"))
    os.rename(os.path.join(folder, "part-0.txt"), os.path.join(folder, "sub", "first.txt"))
    os.remove(os.path.join(folder, "part-1.txt"))


if __name__ == "__main__":
    folder = tempfile.mkdtemp()
    children = [mp.Process(target=part, args=(folder, n)) for n in range(4)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print(sorted(os.listdir(folder)))
    merged = []
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name)) as file:
            merged += [int(line) for line in file]
    print(merged)
    path = os.path.join(folder, "log.txt")
    for n in range(3):
        child = mp.Process(target=log, args=(path, n))
        child.start()
        child.join()
    print(open(path).read(), end="")
    before = os.path.getmtime(path)
    child = mp.Process(target=tidy, args=(folder,))
    child.start()
    child.join()
    print(sorted(os.listdir(folder)), os.path.isdir(os.path.join(folder, "sub", "deep")))
    print(open(os.path.join(folder, "sub", "first.txt")).read().split(), os.path.getmtime(path) == before)
    with mp.Pool(2) as pool:
        pool.starmap(log, [(path, n) for n in range(5, 25)])
    lines = open(path).read().splitlines()
    print(len(lines), sorted(lines) == sorted(f"worker {n}" for n in [0, 1, 2, *range(5, 25)]))
    if hasattr(os, "fork"):
        pid = os.fork()
        if pid == 0:
            os.chdir(folder)
            with open("from-fork.txt", "w") as file:
                file.write("here")
            os._exit(0)
        os.waitpid(pid, 0)
        print(open(os.path.join(folder, "from-fork.txt")).read(), os.path.exists("from-fork.txt"))
