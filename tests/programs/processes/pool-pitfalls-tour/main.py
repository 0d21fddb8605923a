import multiprocessing as mp, time, os
def sq(x): return x * x
def slow(x): time.sleep(0.05); return x
def bad(x): return 10 // x
def noret(x): print('in worker', x)
def tell(label, g):
    try: print(label, '->', g())
    except BaseException as e: print(label, '!!', type(e).__name__, e)
if __name__ == '__main__':
    tell('zero', lambda: mp.Pool(0))
    tell('neg', lambda: mp.Pool(-1))
    tell('float', lambda: mp.Pool(1.5))
    tell('init', lambda: mp.Pool(1, initializer=3))
    tell('max0', lambda: mp.Pool(1, maxtasksperchild=0))
    tell('max float', lambda: mp.Pool(1, maxtasksperchild=1.0))
    with mp.Pool(2) as pool:
        t = time.time(); r = [pool.apply_async(slow, (i,)).get() for i in range(4)]; print(r, round(time.time() - t, 1))
        t = time.time(); rs = [pool.apply_async(slow, (i,)) for i in range(4)]; print([x.get() for x in rs], round(time.time() - t, 1))
        tell('apply comma', lambda: pool.apply(sq, (3)))
        tell('apply_async comma', lambda: pool.apply_async(sq, args=3).get())
        tell('map lambda', lambda: pool.map(lambda x: x, [1]))
        tell('map err', lambda: pool.map(bad, [1, 0, 2]))
        tell('map not iter', lambda: pool.map(sq, 3))
        tell('starmap flat', lambda: pool.starmap(sq, [1, 2]))
        tell('imap chunk0', lambda: pool.imap(sq, [1], 0))
        tell('map chunk0', lambda: pool.map(sq, [1, 2], chunksize=0))
        tell('map chunk -1', lambda: pool.map(sq, [1, 2], chunksize=-1))
        tell('map empty', lambda: pool.map(sq, []))
        r = pool.apply_async(slow, (1,))
        tell('ready', lambda: (r.ready()))
        tell('get timeout', lambda: r.get(timeout=0.001))
        tell('wait', lambda: (r.wait(), r.ready(), r.successful()))
        r = pool.apply_async(bad, (0,)); r.wait(); tell('failed', lambda: (r.ready(), r.successful())); tell('get', r.get); tell('get2', r.get)
        it = pool.imap(bad, [1, 0, 5]); 
        for _ in range(4): tell('next', lambda: next(it))
        it = pool.imap(slow, [1]); tell('next to', lambda: it.next(timeout=0.001)); tell('next', lambda: it.next())
        print(sorted(pool.imap_unordered(sq, range(5))), pool.starmap(pow, [(2, 3), (3, 2)]))
        pool.apply_async(bad, (0,))
        tell('join first', pool.join)
        print(pool, pool._state) if 0 else None
    tell('after with', lambda: pool.map(sq, [1]))
    pool = mp.Pool(1); pool.close(); tell('closed', lambda: pool.apply_async(sq, (1,))); pool.join(); pool.terminate(); tell('enter', lambda: pool.__enter__())
