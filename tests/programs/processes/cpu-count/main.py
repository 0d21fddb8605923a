import multiprocessing as mp
import time, os



if __name__ == '__main__':
    print(mp.cpu_count() == os.cpu_count() >= 1)
    print(mp.get_context().cpu_count() >= 1, mp.freeze_support())
