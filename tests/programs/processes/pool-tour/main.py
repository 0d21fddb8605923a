import multiprocessing as mp, time, os
def f(x): return x*x
def slow(x):
    time.sleep(0.05*x); return x
def boom(x):
    if x == 3: raise KeyError("three")
    return x
def who(_): return os.getpid()
if __name__ == "__main__":
    with mp.Pool(3) as p:
        print(list(p.imap(f, range(10), chunksize=3)))
        print(sorted(p.imap_unordered(f, range(10), chunksize=4)))
        it = p.imap(boom, range(6))
        got = []
        while True:
            try: got.append(next(it))
            except StopIteration: break
            except KeyError as e: got.append(repr(e))
        print(got)
        it = p.imap(slow, [1, 20])
        print(it.next(timeout=2))
        try: it.next(timeout=0.01)
        except mp.TimeoutError as e: print("timeout", repr(e))
        r = p.map_async(boom, range(6), callback=lambda r: print("cb", r), error_callback=lambda e: print("err", repr(e)))
        r.wait(); print(r.ready(), r.successful())
        try: r.get()
        except KeyError as e: print(type(e.__cause__).__name__, str(e.__cause__).splitlines()[-2])
        r = p.apply_async(slow, (10,))
        try: r.successful()
        except ValueError as e: print(str(e).split(" at ")[0])
        try: r.get(timeout=0.01)
        except mp.TimeoutError: print("T")
        print(p.starmap(pow, [(2,3),(3,2)]), p.starmap_async(max, [(1,5),(9,2)]).get())
        try: p.map(f, 5)
        except TypeError as e: print(e)
        try: p.imap(f, [1], chunksize=0)
        except ValueError as e: print(e)
        print(p)
    print(p)
    try: p.map(f, [1])
    except ValueError as e: print(e)
    with mp.Pool(2, maxtasksperchild=2) as p: print(p.map(f, range(8), chunksize=1))
    for bad in (0, -1):
        try: mp.Pool(bad)
        except ValueError as e: print(e)
    try: mp.Pool(2, maxtasksperchild=0)
    except ValueError as e: print(e)
    try: mp.Pool(2, initializer=3)
    except TypeError as e: print(e)
    p = mp.Pool(2)
    p.close(); 
    try: p.apply(f, (1,))
    except ValueError as e: print(e)
    p.join(); print(p)
    p.terminate(); print(p)
