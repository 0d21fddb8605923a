"""What becomes of an exception in a thread: excepthook, futures, logging.exception."""
import logging
import sys
import threading
import traceback
from concurrent.futures import ThreadPoolExecutor

logging.basicConfig(level=logging.INFO, stream=sys.stdout, format="%(levelname)s %(message)s")


def bad(n):
    if n % 2:
        raise ValueError(f"odd number {n}")
    return n * 10


def hook(args):
    print("hook:", args.exc_type.__name__, args.exc_value, args.thread.name)


threading.excepthook = hook
t = threading.Thread(target=bad, args=(1,), name="Worker")
t.start()
t.join()
with ThreadPoolExecutor(max_workers=3) as pool:
    futures = {pool.submit(bad, n): n for n in range(4)}
    for future, n in futures.items():
        try:
            logging.info("%d -> %d", n, future.result())
        except ValueError as problem:
            logging.error("%d failed: %s", n, problem)
try:
    bad(3)
except ValueError:
    last = traceback.format_exc().strip().splitlines()
    print(last[0], "|", last[-1], "|", sum(line.startswith("  File") for line in last))
