import multiprocessing as mp
import time, os



if __name__ == '__main__':
    with mp.Manager() as m:
        outer = m.dict()
        outer["l"] = []
        outer["l"].append(1)
        print(outer)
        inner = m.list()
        outer["l"] = inner
        outer["l"].append(1)
        inner.append(2)
        print(outer["l"], len(outer["l"]), inner)
