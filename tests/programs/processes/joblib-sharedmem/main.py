from joblib import Parallel, delayed
shared_set = set()
def collect(x):
    shared_set.add(x)
Parallel(n_jobs=2, require='sharedmem')(delayed(collect)(i) for i in range(5))
print(sorted(shared_set))
out=[]
def app(x): out.append(x)
Parallel(n_jobs=2)(delayed(app)(i) for i in range(3))
print(out)
with Parallel(n_jobs=2) as parallel:
    accumulator = 0.
    n_iter = 0
    while accumulator < 1000:
        results = parallel(delayed(pow)(accumulator + i ** 2, 0.5) for i in range(5))
        accumulator += sum(results)
        n_iter += 1
print(round(accumulator, 6), n_iter)
