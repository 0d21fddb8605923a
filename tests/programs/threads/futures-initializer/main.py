"""initializer with its arguments, once per thread."""
import concurrent.futures as cf
import threading

data = threading.local()
lock = threading.Lock()
made = []


def begin(a, b):
    data.base = a + b
    with lock:
        made.append(threading.current_thread().name)


def work(x):
    barrier.wait()
    return data.base + x


barrier = threading.Barrier(2)
with cf.ThreadPoolExecutor(2, "named", begin, (10, 5)) as pool:
    print(sorted(pool.map(work, range(2))), sorted(made))
try:
    cf.ThreadPoolExecutor(initializer=5)
except TypeError as error:
    print(error)
for bad in (0, -1):
    try:
        cf.ThreadPoolExecutor(max_workers=bad)
    except ValueError as error:
        print(error)
