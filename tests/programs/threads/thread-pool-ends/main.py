"""close, join, terminate, use after the end."""
import time
from multiprocessing.pool import ThreadPool

pool = ThreadPool(2)
try:
    pool.join()
except ValueError as error:
    print(error)
r = pool.map_async(lambda x: x + 1, range(4))
pool.close()
pool.join()
print(r.get())
try:
    pool.apply(int)
except ValueError as error:
    print(error)
pool = ThreadPool(1)
pool.apply_async(time.sleep, (0.01,))
pool.terminate()
pool.join()
for bad in (0, -3):
    try:
        ThreadPool(bad)
    except ValueError as error:
        print(error)
try:
    ThreadPool(1, initializer=3)
except TypeError as error:
    print(error)
