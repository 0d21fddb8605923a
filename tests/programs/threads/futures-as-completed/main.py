"""as_completed yields in the order of completion; duplicates count once; time-out."""
import concurrent.futures as cf
import time


def work(x):
    time.sleep(x)
    return x


with cf.ThreadPoolExecutor(4) as pool:
    fs = [pool.submit(work, x) for x in (0.15, 0.05, 0.1)]
    print([f.result() for f in cf.as_completed(fs + fs[:1])])
    print(sorted(f.result() for f in cf.as_completed(fs)))
    fs = [pool.submit(work, x) for x in (0.0, 0.4)]
    try:
        for f in cf.as_completed(fs, timeout=0.1):
            print(f.result())
    except cf.TimeoutError as error:
        print(error)
    print(list(cf.as_completed([])))
