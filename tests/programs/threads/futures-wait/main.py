"""wait: the three conditions, time-out, what is returned."""
import concurrent.futures as cf
import time


def work(x, fail=False):
    time.sleep(x)
    if fail:
        raise ValueError(x)
    return x


with cf.ThreadPoolExecutor(4) as pool:
    fs = [pool.submit(work, x) for x in (0.02, 0.3)]
    done, pending = cf.wait(fs, return_when=cf.FIRST_COMPLETED)
    print(len(done), len(pending), done == {fs[0]})
    done, pending = cf.wait(fs, timeout=0.01)
    print(len(done), len(pending))
    result = cf.wait(fs)
    print(type(result).__name__, len(result.done), len(result.not_done))
    fs = [pool.submit(work, 0.3), pool.submit(work, 0.02, True), pool.submit(work, 0.01)]
    done, pending = cf.wait(fs, return_when=cf.FIRST_EXCEPTION)
    print(len(done), len(pending))
    try:
        cf.wait(fs, return_when="SOMETIME")
    except ValueError as error:
        print(error)
    print(cf.wait([]), cf.FIRST_COMPLETED, cf.FIRST_EXCEPTION, cf.ALL_COMPLETED)
