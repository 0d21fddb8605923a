from heapq import nlargest
from joblib import Parallel, delayed
def producer():
    for i in range(6):
        print('Produced %s' % i)
        yield i
out = Parallel(n_jobs=2, verbose=0, pre_dispatch='1.5*n_jobs')(delayed(pow)(i, 2) for i in producer())
print(out)
out = Parallel(n_jobs=1)(delayed(print)('run', i) for i in producer())
