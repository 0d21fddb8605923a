"""shutdown: wait or not, cancel_futures, submit afterwards, twice."""
import concurrent.futures as cf
import threading
import time

gate = threading.Event()
pool = cf.ThreadPoolExecutor(1)
first = pool.submit(gate.wait)
rest = [pool.submit(time.sleep, 0) for _ in range(3)]
pool.shutdown(wait=False, cancel_futures=True)
print([f.cancelled() for f in rest], first.done())
try:
    pool.submit(print)
except RuntimeError as error:
    print(error)
try:
    list(pool.map(str, [1]))
except RuntimeError as error:
    print(error)
gate.set()
pool.shutdown()
pool.shutdown(wait=True)
print(first.result())
with cf.ThreadPoolExecutor(2) as pool:
    f = pool.submit(time.sleep, 0.05)
print(f.done())
