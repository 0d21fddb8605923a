from multiprocessing import Process, Pool
def inner(x): return 1 / x
def outer(): return inner(0)
def chained():
    try: inner(0)
    except ZeroDivisionError as e: raise RuntimeError('wrapped') from e
if __name__ == '__main__':
    for f in (outer, chained):
        p = Process(target=f, name='Proc-' + f.__name__); p.start(); p.join(); print(p.exitcode)
    with Pool(1) as pool: pool.apply(outer)
