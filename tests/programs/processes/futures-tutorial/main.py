import builtins
import re


def print(*items, **how):
    """Without addresses."""
    builtins.print(*[re.sub("0x[0-9a-f]+", "0x", str(item)) for item in items], **how)


from concurrent.futures import ProcessPoolExecutor, as_completed, wait, FIRST_COMPLETED, TimeoutError, CancelledError
import concurrent.futures, os, time, math
PRIMES=[112272535095293,112582705942171,115280095190773,115797848077099,1099726899285419]
def is_prime(n):
    for i in range(2, 2000):
        if n % i == 0: return False
    return True
def slow(x): time.sleep(x); return x
def die(): os._exit(1)
def bad(): raise ValueError('x')
if __name__=='__main__':
    with ProcessPoolExecutor() as ex:
        for n,p in zip(PRIMES, ex.map(is_prime, PRIMES)): print(n,p)
    with ProcessPoolExecutor(max_workers=2) as ex:
        fs={ex.submit(slow, t): t for t in (0.3,0.1,0.2)}
        print([fs[f] for f in as_completed(fs)])
        f=ex.submit(bad)
        print(repr(f.exception())); 
        try: f.result()
        except ValueError as e: print(type(e.__cause__).__name__)
        f=ex.submit(slow,1)
        try: f.result(timeout=0.1)
        except TimeoutError as e: print('TO', repr(e))
        d,nd=wait([ex.submit(slow,.1), ex.submit(slow,.5)], return_when=FIRST_COMPLETED); print(len(d),len(nd))
        print(list(ex.map(pow, [2,3],[5,2], chunksize=2)))
        try: list(ex.map(slow,[1],chunksize=0))
        except ValueError as e: print(e)
        try: list(ex.map(slow,[2],timeout=.1))
        except TimeoutError: print('map TO')
        f=ex.submit(lambda: 1)
        try: f.result()
        except Exception as e: print(type(e).__name__, e)
        f=ex.submit(die)
        try: f.result()
        except Exception as e: print(type(e).__name__, e)
        try: ex.submit(slow,1)
        except Exception as e: print(type(e).__name__, e)
    try: ex.submit(slow,1)
    except RuntimeError as e: print(e)
    for b in (lambda: ProcessPoolExecutor(0), lambda: ProcessPoolExecutor(2, initializer=3), lambda: ProcessPoolExecutor(2,max_tasks_per_child=0), lambda: ProcessPoolExecutor(2,max_tasks_per_child=1, mp_context=__import__('multiprocessing').get_context('fork'))):
        try: b()
        except Exception as e: print(type(e).__name__, e)
