import multiprocessing as mp
import time, os

def wait_for(e):
    print("waiting")
    print("got", e.wait())

if __name__ == '__main__':
    e = mp.Event()
    print(e.is_set(), e.wait(0.05))
    p = mp.Process(target=wait_for, args=(e,)); p.start()
    time.sleep(0.5)
    e.set()
    p.join()
    print(e.is_set()); e.clear(); print(e.is_set())
