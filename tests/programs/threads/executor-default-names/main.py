"""What a pool calls its threads, and how many it starts."""
import threading
import time
from concurrent.futures import ThreadPoolExecutor


def who(n):
    time.sleep(0.02)
    return threading.current_thread().name


with ThreadPoolExecutor(2) as pool:
    print(sorted(set(pool.map(who, range(6)))))
with ThreadPoolExecutor(4) as pool:
    futures = [pool.submit(who, n) for n in range(2)]
    print(sorted(f.result() for f in futures), len(pool._threads))
print(threading.active_count())
