import concurrent.futures as cf, os, time, multiprocessing as mp
def f(x): return x * 2
def slow(x): time.sleep(0.02 * x); return x
def cube(x): return x**3
def raiser(n): raise [ValueError, KeyError, ZeroDivisionError][n](n)
class Custom(Exception):
    def __init__(self, a, b): super().__init__(f"{a}-{b}"); self.a, self.b = a, b
def custom(): raise Custom(1, 2)
def nonpick(): return lambda: 1
def nested():
    with cf.ProcessPoolExecutor(1) as ex: return ex.submit(f, 5).result()
def main():
    with cf.ProcessPoolExecutor() as ex:
        for x, r in zip(range(4), ex.map(cube, range(4))): print(x, r)
        print(sum(ex.map(f, range(100), chunksize=10)))
        futs = [ex.submit(slow, n) for n in (8, 1, 4)]
        print([f.result() for f in cf.as_completed(futs)] != [], [f.done() for f in futs], futs[0].running(), futs[0].cancelled())
        for n in range(3):
            fu = ex.submit(raiser, n)
            try: fu.result()
            except Exception as e: print(type(e).__name__, e, fu.exception() is e)
        fu = ex.submit(nonpick)
        try: fu.result()
        except Exception as e: print(type(e).__name__, str(e)[:40])
        print(ex.submit(nested).result())
        done = []
        fu = ex.submit(f, 3); fu.add_done_callback(lambda fu: done.append(fu.result())); fu.result(); time.sleep(0.05); print(done)
        r = ex.map(raiser, [0, 1])
        try: next(r)
        except ValueError as e: print("map", e)
        print(list(ex.map(pow, [1, 2, 3], [2, 2, 2])), list(ex.map(f, [])))
        print(ex._max_workers >= 1)
    with cf.ProcessPoolExecutor(2, mp_context=mp.get_context("spawn")) as ex:
        print(list(ex.map(f, range(3))))
    with cf.ProcessPoolExecutor(1, max_tasks_per_child=1, mp_context=mp.get_context("spawn")) as ex:
        print(len({ex.submit(os.getpid).result() for _ in range(3)}))
    try: cf.ProcessPoolExecutor(1, max_tasks_per_child=1, mp_context=mp.get_context("fork"))
    except ValueError as e: print(e)
    with cf.ProcessPoolExecutor(1) as ex:
        fu = ex.submit(custom)
        try: fu.result()
        except BaseException as e: print(type(e).__name__, e)
if __name__ == '__main__': main()
