"""Retries with growing pauses, a semaphore as rate limit, warnings for what is deprecated."""
import sys
import threading
import time
import warnings

sys.stderr = sys.stdout
limit = threading.Semaphore(2)
attempts = {}
lock = threading.Lock()


class Temporary(Exception):
    pass


def flaky(name):
    with lock:
        attempts[name] = attempts.get(name, 0) + 1
        if attempts[name] < 3:
            raise Temporary(f"{name} attempt {attempts[name]}")
    return f"{name} ok"


def retry(func, *args, tries=4, delay=0.01):
    for n in range(1, tries + 1):
        try:
            with limit:
                return func(*args)
        except Temporary as problem:
            if n == tries:
                raise
            time.sleep(delay * 2 ** n)


results = []
threads = [threading.Thread(target=lambda n=n: results.append(retry(flaky, n))) for n in "abc"]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(results), attempts)
try:
    retry(flaky, "z", tries=2)
except Temporary as problem:
    print("gave up:", problem)


def old():
    warnings.warn("old() is deprecated, use retry()", DeprecationWarning, stacklevel=2)


with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    old()
print(seen[0].category.__name__, seen[0].message)
