import multiprocessing as mp
import time, os



if __name__ == '__main__':
    import sys
    q = mp.Queue()
    q.put(lambda: 1)
    q.put("good")
    print(q.get())
