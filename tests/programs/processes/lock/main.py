import multiprocessing as mp
import time, os

def add(l, v):
    for _ in range(50):
        with l:
            v.value += 1

if __name__ == '__main__':
    l = mp.Lock(); v = mp.Value("i", 0, lock=False)
    ps = [mp.Process(target=add, args=(l, v)) for _ in range(3)]
    for p in ps: p.start()
    for p in ps: p.join()
    print(v.value)
    print(l.acquire(), l.acquire(block=False), l.acquire(timeout=0.05)); l.release()
    try:
        l.release()
    except ValueError as exc:
        print("ValueError:", exc)
    print(l)
