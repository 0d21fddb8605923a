import multiprocessing as mp
import time, os

def meet(b, n):
    time.sleep(0.1 * n)
    i = b.wait()
    print("passed", b.parties)

if __name__ == '__main__':
    b = mp.Barrier(3)
    ps = [mp.Process(target=meet, args=(b, n)) for n in range(3)]
    for p in ps: p.start()
    for p in ps: p.join()
    print(b.n_waiting, b.broken)
    import threading
    try:
        mp.Barrier(2).wait(0.1)
    except threading.BrokenBarrierError:
        print("broken")
