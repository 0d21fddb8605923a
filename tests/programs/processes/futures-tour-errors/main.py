from concurrent.futures import ProcessPoolExecutor, as_completed, wait, TimeoutError, BrokenExecutor, FIRST_COMPLETED
from concurrent.futures.process import BrokenProcessPool
import os, time, multiprocessing as mp
def sq(x): return x * x
def bad(x): raise KeyError("k%d" % x)
def die(): os._exit(3)
def init(v): global V; V = v
def getv(_): return V
def t(fn):
    try: print(fn())
    except BaseException as e: print(type(e).__name__, e, "| cause", type(e.__cause__).__name__)
if __name__ == "__main__":
    with ProcessPoolExecutor(2) as ex:
        f = ex.submit(sq, 3); print(f.result(), f.done(), f.running(), f.cancel(), f.cancelled(), f.exception())
        print(list(ex.map(sq, range(7), chunksize=3)), list(ex.map(pow, [2, 3], [4, 5])))
        t(lambda: list(ex.map(sq, [1], chunksize=0)))
        f = ex.submit(bad, 1); print(repr(f.exception())); t(f.result)
        t(lambda: ex.submit(lambda: 1).result()); t(lambda: ex.submit(time.sleep, 0.3).result(timeout=0.05))
        print(sorted(f.result() for f in as_completed([ex.submit(sq, i) for i in range(4)])))
        d, n = wait([ex.submit(time.sleep, 0.05), ex.submit(time.sleep, 0.4)], return_when=FIRST_COMPLETED); print(len(d), len(n))
        got = []; f = ex.submit(sq, 5); f.add_done_callback(lambda f: got.append(f.result())); f.result(); time.sleep(0.05); print(got)
        g = ex.map(bad, range(2)); t(lambda: next(g)); t(lambda: next(g))
    t(lambda: ex.submit(sq, 1))
    with ProcessPoolExecutor(1, initializer=init, initargs=(9,)) as ex: print(list(ex.map(getv, range(2))))
    with ProcessPoolExecutor(1) as ex:
        f = ex.submit(die); t(f.result); t(lambda: ex.submit(sq, 1)); print(issubclass(BrokenProcessPool, BrokenExecutor))
    t(lambda: ProcessPoolExecutor(0)); t(lambda: ProcessPoolExecutor(2, initializer=3)); t(lambda: ProcessPoolExecutor(max_tasks_per_child=0)); t(lambda: ProcessPoolExecutor(1, max_tasks_per_child=1, mp_context=mp.get_context("fork")))
    with ProcessPoolExecutor(1, max_tasks_per_child=1) as ex: print(len({ex.submit(os.getpid).result() for _ in range(3)}))
    ex = ProcessPoolExecutor(1); fs = [ex.submit(time.sleep, 0.2) for _ in range(6)]; ex.shutdown(wait=True, cancel_futures=True); print(sum(f.cancelled() for f in fs) >= 3)
    print(repr(fs[-1]).split(" state=")[1])
