from joblib import Parallel, delayed
import os, time
def pid(i):
    time.sleep(0.2)
    return os.getpid()
if __name__ == '__main__':
    a = set(Parallel(n_jobs=2)(delayed(pid)(i) for i in range(4)))
    b = set(Parallel(n_jobs=2)(delayed(pid)(i) for i in range(4)))
    print(len(a), len(b), a == b, os.getpid() in a)
    def bad(i):
        if i == 3: raise ValueError('three')
        return i
    try:
        Parallel(n_jobs=2)(delayed(bad)(i) for i in range(8))
    except ValueError as e:
        print('caught', e)
    print(Parallel(n_jobs=2)(delayed(pow)(i, 2) for i in range(8)))
    g = Parallel(n_jobs=2, return_as='generator')(delayed(pow)(i, 3) for i in range(8))
    print(next(g), next(g))
    g.close()
    print(Parallel(n_jobs=3)(delayed(pow)(i, 2) for i in range(3)))
    try:
        Parallel(n_jobs=2, timeout=0.1)(delayed(time.sleep)(1) for i in range(2))
    except Exception as e:
        print(type(e).__name__)
    print(Parallel(n_jobs=2)(delayed(len)('ab' * i) for i in range(3)))
