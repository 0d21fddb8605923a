"""A task submits another one and waits for it, with enough workers."""
import concurrent.futures as cf


def factorial(pool, n):
    if n <= 1:
        return 1
    return n * pool.submit(factorial, pool, n - 1).result()


with cf.ThreadPoolExecutor(6) as pool:
    print(factorial(pool, 5))
