"""An initializer that raises breaks the pool."""
import concurrent.futures as cf
import time
from concurrent.futures.thread import BrokenThreadPool


def begin():
    raise ValueError("no start")


pool = cf.ThreadPoolExecutor(1, initializer=begin)
f = pool.submit(int)
try:
    f.result()
except BrokenThreadPool as error:
    print(error)
time.sleep(0.02)
try:
    pool.submit(int)
except cf.BrokenExecutor as error:
    print(type(error).__name__, error)
pool.shutdown()
