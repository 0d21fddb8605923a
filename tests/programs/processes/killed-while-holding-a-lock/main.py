import multiprocessing as mp
import time, os

def hold(l):
    l.acquire()
    time.sleep(30)

if __name__ == '__main__':
    l = mp.Lock()
    p = mp.Process(target=hold, args=(l,)); p.start()
    time.sleep(1.0)
    p.kill(); p.join()
    print(p.exitcode, l.acquire(timeout=0.2))
