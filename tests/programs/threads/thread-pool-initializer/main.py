"""initializer runs in each worker."""
import threading
from multiprocessing.pool import ThreadPool

made = []
pool = ThreadPool(3, made.append, ("begun",))
print(pool.map(abs, [-1, -2]))
pool.close()
pool.join()
print(made)
