"""apply_async, map_async, starmap_async: AsyncResult, callbacks, errors."""
import threading
from multiprocessing import TimeoutError
from multiprocessing.pool import ThreadPool

gate = threading.Event()
log = []


def wait(x):
    gate.wait()
    return x


def bad(x):
    if x == 2:
        raise ValueError("two")
    return x


with ThreadPool(2) as pool:
    r = pool.apply_async(wait, (7,), callback=lambda v: log.append(("ok", v)))
    print(r.ready())
    try:
        r.successful()
    except ValueError as error:
        print("not ready", type(error).__name__)
    try:
        r.get(timeout=0.02)
    except TimeoutError as error:
        print("TimeoutError")
    r.wait(0.01)
    gate.set()
    print(r.get(), r.ready(), r.successful())
    m = pool.map_async(bad, range(4), error_callback=lambda e: log.append(("error", str(e))))
    try:
        m.get(5)
    except ValueError as error:
        print(error, m.successful())
    s = pool.starmap_async(max, [(1, 2), (4, 3)], callback=lambda v: log.append(("star", v)))
    print(s.get())
    it = pool.imap(bad, range(4))
    print(next(it), it.next(timeout=5))
    try:
        next(it)
    except ValueError as error:
        print(error)
    print(next(it))
    try:
        next(it)
    except StopIteration:
        print("over")
for entry in sorted(map(str, log)):
    print(entry)
