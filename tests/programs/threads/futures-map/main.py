"""map: order of the results, several iterables, laziness, exceptions, chunksize."""
import concurrent.futures as cf
import time


def slow(x):
    time.sleep((5 - x) * 0.01)
    return x * x


with cf.ThreadPoolExecutor(5) as pool:
    print(list(pool.map(slow, range(5))))
    print(list(pool.map(pow, [2, 3, 4], [5, 2])))
    print(list(pool.map(slow, [], timeout=1)), list(pool.map(str, range(3), chunksize=10)))
    it = pool.map(lambda x: 10 // x, [5, 2, 0, 1])
    print(next(it), next(it))
    try:
        next(it)
    except ZeroDivisionError as error:
        print(error)
    print(list(it))
    print(type(pool.map(str, [1])).__name__)
