from joblib import Parallel, delayed
import os, time
k = 10
def outer():
    def inner(x):
        return x + k
    return inner
class Box:
    def __init__(self, v): self.v = v
    def get(self, n): return self.v * n
if __name__ == '__main__':
    f = outer()
    print(Parallel(n_jobs=2)(delayed(f)(i) for i in range(12)))
    print(Parallel(n_jobs=2)(delayed(lambda x: x * 2)(i) for i in range(12)))
    b = Box(3)
    print(Parallel(n_jobs=2)(delayed(b.get)(i) for i in range(12)))
    print(list(Parallel(n_jobs=2, return_as='generator')(delayed(pow)(i, 2) for i in range(10))))
    print(sorted(Parallel(n_jobs=2, return_as='generator_unordered')(delayed(pow)(i, 2) for i in range(10))))
    with Parallel(n_jobs=2) as p:
        a = set(p(delayed(os.getpid)() for _ in range(4)))
        c = set(p(delayed(os.getpid)() for _ in range(4)))
        print(len(a | c) <= 2, os.getpid() in a)
    def bad(i):
        if i == 3: raise ValueError('three')
        return i
    try:
        Parallel(n_jobs=2)(delayed(bad)(i) for i in range(8))
    except ValueError as e:
        print('caught', e)
    def gen():
        for i in range(3): yield i
        raise RuntimeError('producer failed')
    try:
        Parallel(n_jobs=2, backend='threading')(delayed(abs)(i) for i in gen())
    except RuntimeError as e:
        print('caught', e)
