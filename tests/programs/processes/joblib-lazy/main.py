import sys, time
from joblib import Parallel, delayed
def producer(n):
    for i in range(n):
        print('made', i, flush=True)
        yield i
def work(i):
    time.sleep(0.05 * (i % 2))
    return i * i
if __name__ == '__main__':
    for kw in (dict(n_jobs=2, backend='threading', pre_dispatch=2), dict(n_jobs=2, backend='threading', pre_dispatch='all'),
               dict(n_jobs=2, backend='multiprocessing', batch_size=1, pre_dispatch=3), dict(n_jobs=2, batch_size=2, pre_dispatch=4)):
        print(kw)
        gen = Parallel(return_as='list', **kw)(delayed(work)(i) for i in producer(6))
        print(gen)
