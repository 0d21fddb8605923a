import multiprocessing as mp
import time, os

from multiprocessing.connection import wait
def say(c, t, word):
    time.sleep(t)
    c.send(word)
    c.close()

if __name__ == '__main__':
    readers = []
    ps = []
    for t, word in ((0.9, "slow"), (0.2, "fast")):
        r, w = mp.Pipe(False)
        p = mp.Process(target=say, args=(w, t, word)); p.start(); w.close()
        readers.append(r); ps.append(p)
    print(wait(readers, 0))
    while readers:
        for r in wait(readers):
            try:
                print(r.recv())
            except EOFError:
                readers.remove(r)
    for p in ps: p.join()
