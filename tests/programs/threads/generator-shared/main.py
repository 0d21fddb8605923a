"""A generator guarded by a lock gives each number to one thread."""
import threading


class Safe:
    def __init__(self, iterable):
        self.iterator = iter(iterable)
        self.lock = threading.Lock()

    def __iter__(self):
        return self

    def __next__(self):
        with self.lock:
            return next(self.iterator)


def numbers():
    for n in range(200):
        yield n


source = Safe(numbers())
taken = [[] for _ in range(3)]


def taker(mine):
    for n in source:
        mine.append(n)


threads = [threading.Thread(target=taker, args=(mine,)) for mine in taken]
for t in threads:
    t.start()
for t in threads:
    t.join()
everything = sorted(sum(taken, []))
print(everything == list(range(200)), len(everything), all(mine == sorted(mine) for mine in taken))
