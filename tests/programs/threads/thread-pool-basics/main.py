"""multiprocessing.pool.ThreadPool: apply, map, starmap, imap."""
from multiprocessing.pool import ThreadPool


def square(x):
    return x * x


def add(a, b=0):
    return a + b


with ThreadPool(3) as pool:
    print(pool.apply(add, (1,), {"b": 2}))
    print(pool.map(square, range(10)))
    print(pool.map(square, [1, 2, 3], chunksize=2))
    print(pool.starmap(add, [(1, 2), (3, 4), (5,)]))
    print(list(pool.imap(square, range(5))))
    print(list(pool.imap(square, range(5), chunksize=2)))
    print(sorted(pool.imap_unordered(square, range(6))))
    print(sorted(pool.imap_unordered(square, range(6), 3)))
    print(pool.map(square, []))
