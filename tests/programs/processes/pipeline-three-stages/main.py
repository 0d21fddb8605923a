import multiprocessing as mp
import time, os

def gen(q):
    for n in range(6): q.put(n)
    q.put(None)
def sq(a, b):
    while (n := a.get()) is not None: b.put(n * n)
    b.put(None)

if __name__ == '__main__':
    a, b = mp.Queue(), mp.Queue()
    ps = [mp.Process(target=gen, args=(a,)), mp.Process(target=sq, args=(a, b))]
    for p in ps: p.start()
    out = []
    while (n := b.get()) is not None: out.append(n)
    for p in ps: p.join()
    print(out)
