import multiprocessing as mp
import time, os

def fill(a):
    for i in range(len(a)): a[i] = i * 1.5

if __name__ == '__main__':
    a = mp.RawArray("d", 4)
    p = mp.Process(target=fill, args=(a,)); p.start(); p.join()
    print(list(a), a[2])
