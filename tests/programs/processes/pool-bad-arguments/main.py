import multiprocessing as mp
import time, os



if __name__ == '__main__':
    for kw in ({"processes": 0}, {"processes": -1}, {"processes": 1, "initializer": 5}, {"processes": 1, "maxtasksperchild": 0}, {"processes": 1, "maxtasksperchild": 1.5}):
        try:
            mp.Pool(**kw)
        except (ValueError, TypeError) as exc:
            print(type(exc).__name__, exc)
