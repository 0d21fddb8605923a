"""result and exception with a time-out."""
import concurrent.futures as cf
import threading

gate = threading.Event()
with cf.ThreadPoolExecutor() as pool:
    f = pool.submit(gate.wait)
    for call in (f.result, f.exception):
        try:
            call(timeout=0.02)
        except cf.TimeoutError as error:
            print(type(error).__name__, repr(str(error)), f.done())
    gate.set()
    print(f.result(5))
