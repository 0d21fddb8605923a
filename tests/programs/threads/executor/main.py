"""concurrent.futures: submit, map, exceptions, callbacks, wait, as_completed."""
import threading
import time
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, ThreadPoolExecutor, TimeoutError, as_completed, wait


def square(n):
    time.sleep(0.01 * n)
    return n * n


def fail():
    raise ValueError("failed")


with ThreadPoolExecutor(max_workers=3) as pool:
    print(list(pool.map(square, [3, 1, 2])), list(pool.map(pow, [2, 3], [3, 2])))
    f = pool.submit(square, 2)
    print(f.result(), f.done(), f.running(), f.cancelled(), f.exception())
    bad = pool.submit(fail)
    try:
        bad.result()
    except ValueError as error:
        print("ValueError:", error, repr(bad.exception()))
    futures = {pool.submit(square, n): n for n in (4, 1, 3)}
    print([futures[f] for f in as_completed(futures)])
    slow, fast = pool.submit(square, 8), pool.submit(square, 1)
    done, not_done = wait([slow, fast], return_when=FIRST_COMPLETED)
    print(done == {fast}, not_done == {slow})
    try:
        slow.result(timeout=0.01)
    except TimeoutError as error:
        print("TimeoutError", str(error) == "")
    called = []
    f = pool.submit(square, 1)
    f.add_done_callback(lambda future: called.append(future.result()))
    wait([f])
    time.sleep(0.01)
    print(called, len(wait([slow, f]).done))
with ThreadPoolExecutor(1, thread_name_prefix="single") as pool:
    blocker = pool.submit(time.sleep, 0.05)
    waiting = pool.submit(square, 1)
    name = pool.submit(lambda: threading.current_thread().name)
    print(waiting.cancel(), waiting.cancelled(), blocker.cancel(), name.result())
    try:
        waiting.result()
    except CancelledError:
        print("CancelledError")
try:
    pool.submit(square, 1)
except RuntimeError as error:
    print("RuntimeError:", error)
try:
    ThreadPoolExecutor(0)
except ValueError as error:
    print("ValueError:", error)
future = Future()
future.set_result(5)
print(future.result(), "state=finished returned int" in repr(future))
