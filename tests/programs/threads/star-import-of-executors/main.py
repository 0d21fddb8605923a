"""`from concurrent.futures import *` brings the executors, which the module loads when asked."""
from concurrent.futures import *
from threading import *
from queue import *

with ThreadPoolExecutor(2) as pool:
    print(sorted(f.result() for f in as_completed([pool.submit(len, "ab"), pool.submit(len, "abc")])))
    print(wait([pool.submit(abs, -1)]).not_done, ProcessPoolExecutor.__name__)
q = Queue()
t = Thread(target=q.put, args=(5,))
t.start()
t.join()
print(q.get(), issubclass(Empty, Exception), Lock().acquire())
