"""A decorator that logs, functools.wraps, and the difference threads make for waiting."""
import functools
import logging
import sys
import threading
import time

logging.basicConfig(level=logging.INFO, stream=sys.stdout, format="%(name)s:%(levelname)s:%(message)s")
log = logging.getLogger("timing")


def timed(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        start = time.perf_counter()
        try:
            return func(*args, **kwargs)
        finally:
            took = time.perf_counter() - start
            log.info("%s took about %.1f s", func.__name__, took)
    return wrapper


def wait(n):
    time.sleep(0.2)


@timed
def one_by_one():
    for n in range(4):
        wait(n)


@timed
def in_threads():
    threads = [threading.Thread(target=wait, args=(n,), daemon=True) for n in range(4)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()


one_by_one()
in_threads()
print(one_by_one.__name__, one_by_one.__wrapped__ is not None)
