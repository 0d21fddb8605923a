import multiprocessing as mp
import time, os

def work(q):
    while True:
        n = q.get()
        q.task_done()

if __name__ == '__main__':
    q = mp.JoinableQueue()
    p = mp.Process(target=work, args=(q,), daemon=True); p.start()
    for n in range(5): q.put(n)
    q.join()
    print("joined")
    try:
        q.task_done()
    except ValueError as exc:
        print("ValueError:", exc)
