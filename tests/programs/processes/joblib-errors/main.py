from joblib import Parallel, delayed, parallel_config, effective_n_jobs, cpu_count
def bad(x):
    if x == 2: raise ValueError('no %d' % x)
    return x
for be in ('loky','threading','multiprocessing','sequential'):
    try: Parallel(n_jobs=2, backend=be)(delayed(bad)(i) for i in range(4))
    except Exception as e: print(be, type(e).__name__, e, type(e.__cause__).__name__)
for b in (lambda: Parallel(n_jobs=0)(delayed(bad)(1) for _ in range(1)), lambda: Parallel(n_jobs=2, backend='xx'), lambda: Parallel(n_jobs='a'), lambda: Parallel(batch_size=0), lambda: Parallel(return_as='x'), lambda: Parallel(prefer='x'), lambda: Parallel(require='x'), lambda: Parallel(prefer='processes', require='sharedmem'), lambda: Parallel(n_jobs=2)(5), lambda: Parallel(n_jobs=2)([1,2]), lambda: Parallel(n_jobs=2)(bad(i) for i in range(2)), lambda: Parallel(n_jobs=2, backend='loky', require='sharedmem')):
    try: print(b())
    except Exception as e: print(type(e).__name__, str(e)[:46])
with parallel_config(backend='threading', n_jobs=3):
    p = Parallel(); print(p, p.n_jobs, type(p._backend).__name__)
    print(p(delayed(bad)(i) for i in (0,1)))
print(Parallel(), Parallel(n_jobs=4), effective_n_jobs(3), effective_n_jobs(None))
print(Parallel()([]), Parallel(n_jobs=2)([]))
import time
def slow(t): time.sleep(t); return t
try: Parallel(n_jobs=2, timeout=0.3)(delayed(slow)(5) for i in range(2))
except Exception as e: print(type(e).__name__, type(e).__module__, e)
print(Parallel(n_jobs=2)(delayed(lambda a, b=2, *c, **k: (a,b,c,k))(i, 5, 6, z=i) for i in range(2)))
