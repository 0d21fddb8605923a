import multiprocessing as mp, os
print('top level', __name__)
X = 1
class Worker:
    def __init__(self, n): self.n = n
    def __call__(self): print('call', self.n, X, __name__)
def f(w, lst): w(); lst.append(1); print(lst)
if __name__ == '__main__':
    mp.set_start_method('spawn')
    X = 2
    l = [0]
    p = mp.Process(target=f, args=(Worker(5), l)); p.start(); p.join()
    print(l, X, p.exitcode)
    p = mp.Process(target=Worker(6)); p.start(); p.join()
    with mp.Pool(1) as pool: print(pool.map(abs, [-3]))
