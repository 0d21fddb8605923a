import builtins
import re


def print(*items, **how):
    """Without addresses."""
    builtins.print(*[re.sub("0x[0-9a-f]+", "0x", str(item)) for item in items], **how)


from multiprocessing import Pool, TimeoutError
import time, os
def sq(x): return x*x
def add(a,b=10): return a+b
def slow(x): time.sleep(x); return x
if __name__ == '__main__':
    with Pool(4) as pool:
        print(pool.map(sq, range(10)))
        print(pool.starmap(add, [(1,2),(3,4),(5,)]))
        print(list(pool.imap(sq, range(5))))
        print(sorted(pool.imap_unordered(sq, range(5), chunksize=2)))
        print(pool.apply(add, (1,), {'b': 5}))
        r = pool.apply_async(sq, (20,)); print(r.get(timeout=1))
        r = pool.map_async(sq, [1,2,3]); r.wait(); print(r.ready(), r.successful(), r.get())
        r = pool.starmap_async(add, [(1,1)]); print(r.get())
        r = pool.apply_async(slow, (3,))
        try: print(r.get(timeout=0.1))
        except TimeoutError as e: print('TimeoutError', repr(e))
        try: r.successful()
        except ValueError as e: print(type(e), e)
        it = pool.imap(slow, [0.0, 2])
        print(it.next()); 
        try: print(it.next(timeout=0.05))
        except TimeoutError: print('it timeout')
        print(pool)
    print(pool)
    try: pool.map(sq, [1])
    except ValueError as e: print(e)
