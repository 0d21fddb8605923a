import multiprocessing as mp
import time, os

import sys
def show():
    print(len(sys.argv), os.path.basename(sys.argv[0]))

if __name__ == '__main__':
    p = mp.Process(target=show); p.start(); p.join()
