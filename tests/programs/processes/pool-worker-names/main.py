import multiprocessing as mp
import time, os

def name(_):
    p = mp.current_process()
    return p.name.rpartition("-")[0], p.daemon

if __name__ == '__main__':
    with mp.Pool(1) as pool:
        print(pool.apply(name, (0,)))
    for m in ("fork", "spawn"):
        with mp.get_context(m).Pool(1) as pool:
            print(pool.apply(name, (0,)))
