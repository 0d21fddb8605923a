import os
from multiprocessing import Pool

def who(n):
    return os.getpid()

if __name__ == '__main__':
    with Pool(1, maxtasksperchild=2) as pool:
        pids = [pool.apply(who, (n,)) for n in range(6)]
    print('different workers:', len(set(pids)))
