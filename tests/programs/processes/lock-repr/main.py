import multiprocessing as mp
import time, os



if __name__ == '__main__':
    l = mp.Lock(); r = mp.RLock(); s = mp.Semaphore(3); b = mp.BoundedSemaphore(2)
    print(l, r, s, b)
    with l, r, r:
        print(l, r)
    print(l, r)
