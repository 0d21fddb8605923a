from multiprocessing import Pool
def f(x): return x
if __name__=='__main__':
    for bad in (lambda: Pool(0), lambda: Pool(-1), lambda: Pool('a'), lambda: Pool(2, initializer=3), lambda: Pool(1, maxtasksperchild=0), lambda: Pool(1.5)):
        try: p=bad(); print(p); p.terminate()
        except Exception as e: print(type(e).__name__, e)
    with Pool(2) as p:
        for bad in (lambda: p.map(f), lambda: p.map(f, 5), lambda: p.map(lambda x:x, [1]), lambda: p.apply(f, 1), lambda: p.starmap(f, [1,2]), lambda: p.imap(f,[1],chunksize=0), lambda: p.map(f, [1,2], chunksize=0), lambda: p.map(None,[1]), lambda: p.apply_async(f, (1,2)).get(), lambda: p.map(f, [lambda: 1])):
            try: print(bad())
            except Exception as e: print(type(e).__name__, e)
        try: p.join()
        except ValueError as e: print(e)
    p.join()
    print(p._state)
