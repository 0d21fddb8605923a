import multiprocessing as mp
import time, os

class Thing:
    pass
def show(t):
    print(type(t).__module__ in ("__main__", "__mp_main__"), isinstance(t, Thing))

if __name__ == '__main__':
    p = mp.Process(target=show, args=(Thing(),)); p.start(); p.join()
