"""add_done_callback: before, after, order, failing, on a cancelled one, in which thread."""
import concurrent.futures as cf
import threading

gate = threading.Event()
log = []
with cf.ThreadPoolExecutor(1, thread_name_prefix="pool") as pool:
    f = pool.submit(gate.wait)
    g = pool.submit(int)
    f.add_done_callback(lambda f: log.append(("first", f.result(), threading.current_thread().name)))
    f.add_done_callback(lambda f: log.append("second"))
    g.add_done_callback(lambda f: log.append(("cancelled", f.cancelled(), threading.current_thread().name)))
    print(g.cancel(), g.cancel(), g.cancelled(), g.done())
    gate.set()
f.add_done_callback(lambda f: log.append(("late", threading.current_thread().name)))
for x in log:
    print(x)
try:
    g.result()
except cf.CancelledError as error:
    print(type(error).__name__, error.args)
try:
    g.exception()
except cf.CancelledError as error:
    print(type(error).__module__, issubclass(cf.CancelledError, Exception))
