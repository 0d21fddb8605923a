import multiprocessing as mp
import time, os

def work(q, lock, e):
    with lock:
        q.put("item")
    e.set()

if __name__ == '__main__':
    with mp.Manager() as m:
        q, lock, e = m.Queue(), m.Lock(), m.Event()
        p = mp.Process(target=work, args=(q, lock, e)); p.start()
        print(e.wait(5), q.get(), q.empty()); p.join()
        s = m.Semaphore(1); print(s.acquire(), s.acquire(False)); s.release()
        import queue
        try:
            q.get_nowait()
        except queue.Empty:
            print("Empty")
        b = m.Barrier(1); print(b.wait(), b.parties)
