from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor, InvalidStateError, wait, FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED
import time, multiprocessing as mp
def sq(x): time.sleep(0.01 * x); return x * x
def err(x): raise ValueError(x)
def tell(label, g):
    try: print(label, '->', g())
    except BaseException as e: print(label, '!!', type(e).__name__, e)
class Unp:
    def __reduce__(self): raise TypeError('no pickling')
def ret(): return lambda: 1
def rexc(): 
    class Local(Exception): pass
    raise Local('x')
class TwoArgs(Exception):
    def __init__(self, a, b): super().__init__(a); self.b = b
def two(): raise TwoArgs(1, 2)
if __name__ == '__main__':
    with ProcessPoolExecutor(max_workers=2) as ex:
        tell('none', lambda: ex.submit()); tell('notcall', lambda: ex.submit(3).result())
        tell('ret lambda', lambda: ex.submit(ret).result()); tell('arg', lambda: ex.submit(sq, Unp()).result()); tell('local exc', lambda: ex.submit(rexc).result())
        fs = [ex.submit(sq, i) for i in (5, 1)]; d, nd = wait(fs, return_when=FIRST_COMPLETED); print(len(d), len(nd)); d, nd = wait(fs); print(len(d), len(nd)); print(wait([ex.submit(err, 1)], timeout=1).done.pop().exception())
        print(list(ex.map(sq, [3, 1, 2]))); it = ex.map(err, [1]); tell('it', lambda: next(it)); f = ex.submit(sq, 1); f.add_done_callback(lambda f: print('cb', f.result())); f.result(); time.sleep(0.01)
        print(repr(ex.submit(sq, 1)).split(' state=')[1]) if 0 else None
        tell('res str', lambda: f.result('a')) if 0 else None
        print(f.cancel(), f.exception())
    tell('two', lambda: ProcessPoolExecutor(1).submit(two).result())
    tell('after', lambda: ex.submit(sq, 1)); tell('mtpc', lambda: ProcessPoolExecutor(1, max_tasks_per_child=0)); tell('mtpc fork', lambda: ProcessPoolExecutor(1, mp.get_context('fork'), max_tasks_per_child=1)); tell('mtpc str', lambda: ProcessPoolExecutor(1, max_tasks_per_child='1'))
    with ProcessPoolExecutor(1, max_tasks_per_child=1) as ex: import os; print(len({ex.submit(os.getpid).result() for _ in range(3)}))
