import multiprocessing as mp
import time, os

def pid(n):
    return os.getpid()

if __name__ == '__main__':
    with mp.Pool(1, maxtasksperchild=2) as pool:
        pids = [pool.apply(pid, (n,)) for n in range(6)]
    print(len(set(pids)), pids[0] == pids[1], pids[1] == pids[2])
    with mp.Pool(1) as pool:
        print(len({pool.apply(pid, (n,)) for n in range(4)}))
