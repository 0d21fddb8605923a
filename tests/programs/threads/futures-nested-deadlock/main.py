"""A task waits for another one in the same pool of one worker."""
import concurrent.futures as cf


def outer():
    print("outer waits", flush=True)
    return pool.submit(int).result()


pool = cf.ThreadPoolExecutor(1)
print(pool.submit(outer).result())
