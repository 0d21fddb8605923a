from joblib import Parallel, delayed
from math import sqrt
print(Parallel(n_jobs=1)(delayed(sqrt)(i**2) for i in range(10)))
print(Parallel(n_jobs=2)(delayed(sqrt)(i**2) for i in range(10)))
print(Parallel(n_jobs=2, prefer='threads')(delayed(sqrt)(i**2) for i in range(10)))
print(Parallel(n_jobs=2, backend='multiprocessing')(delayed(pow)(i, 2) for i in range(5)))
parallel = Parallel(n_jobs=2, return_as='generator')
gen = parallel(delayed(lambda x: x*x)(i) for i in range(5))
print(type(gen)); print(next(gen)); print(list(gen))
from math import modf
r = Parallel(n_jobs=1)(delayed(modf)(i/2.) for i in range(10))
res, i = zip(*r); print(res); print(i)
