import multiprocessing as mp, time
def sq(x): return x * x
def add(a, b): return a + b
def bad(x):
    if x == 3: raise ValueError("no %d" % x)
    return x
def slow(x): time.sleep(x); return x
def t(fn):
    try: print(fn())
    except BaseException as e: print(type(e).__name__, e, "| cause", type(e.__cause__).__name__)
if __name__ == "__main__":
    with mp.Pool(3) as p:
        print(p.map(sq, range(5)), p.map(sq, []), p.map(sq, (x for x in range(3)), chunksize=2))
        print(p.starmap(add, [(1, 2), (3, 4)]), p.apply(add, (1,), {"b": 5}))
        t(lambda: p.map(bad, range(6)))
        t(lambda: p.starmap(add, [(1,)]))
        t(lambda: p.starmap(add, [1]))
        t(lambda: p.map(lambda x: x, [1]))
        it = p.imap(bad, range(6)); out = []
        while True:
            try: out.append(next(it))
            except StopIteration: break
            except ValueError as e: out.append(str(e))
        print(out)
        print(sorted(p.imap_unordered(sq, range(6), 2)))
        r = p.apply_async(slow, (0.3,)); t(lambda: r.get(timeout=0.05)); print(r.ready()); r.wait(); print(r.ready(), r.successful(), r.get())
        r = p.map_async(bad, range(6)); r.wait(); print(r.ready(), r.successful())
        got = []
        r = p.map_async(sq, range(4), callback=got.append, error_callback=lambda e: got.append(repr(e))); r.wait()
        r = p.apply_async(bad, (3,), callback=got.append, error_callback=lambda e: got.append(repr(e))); r.wait()
        print(got)
        t(lambda: p.imap(sq, range(3), chunksize=0))
        t(lambda: p.map(sq, 5))
        t(lambda: p.join())
        p.close()
        t(lambda: p.apply(sq, (1,)))
        p.join()
    t(lambda: p.map(sq, [1]))
    t(lambda: mp.Pool(0)); t(lambda: mp.Pool(-1)); t(lambda: mp.Pool(2, initializer=5)); t(lambda: mp.Pool(2, maxtasksperchild=0))
    t(lambda: mp.Pool("2"))
    p = mp.Pool(1); p.terminate(); p.join(); t(lambda: p.apply_async(sq, (1,)))
    print(repr(p))
