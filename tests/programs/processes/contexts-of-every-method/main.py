import multiprocessing as mp
def f(q, n): q.put((mp.get_start_method(), __name__, n))
if __name__=='__main__':
    for m in mp.get_all_start_methods():
        ctx=mp.get_context(m); q=ctx.Queue(); p=ctx.Process(target=f,args=(q,1)); p.start(); print(m, q.get(), type(p).__name__, type(ctx).__name__); p.join()
        with ctx.Pool(2) as pool: print(pool.map(abs,[-1,-2]))
    print(mp.get_start_method(allow_none=True), mp.get_start_method())
    try: mp.set_start_method('spawn')
    except RuntimeError as e: print(e)
    mp.set_start_method('spawn', force=True); print(mp.get_start_method())
    try: mp.get_context('bad')
    except ValueError as e: print(e)
