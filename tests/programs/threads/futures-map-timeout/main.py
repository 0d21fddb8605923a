"""map with a time-out that is too short."""
import concurrent.futures as cf
import time

with cf.ThreadPoolExecutor(2) as pool:
    it = pool.map(time.sleep, [0, 0.5], timeout=0.1)
    print(next(it))
    try:
        next(it)
    except cf.TimeoutError as error:
        print(type(error).__name__, error.args)
    print(cf.TimeoutError is TimeoutError)
