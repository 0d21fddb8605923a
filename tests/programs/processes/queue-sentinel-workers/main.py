import multiprocessing as mp
import time, os

def work(inbox, out):
    while True:
        n = inbox.get()
        if n is None:
            break
        out.put(n * n)

if __name__ == '__main__':
    inbox, out = mp.Queue(), mp.Queue()
    ps = [mp.Process(target=work, args=(inbox, out)) for _ in range(3)]
    for p in ps: p.start()
    for n in range(10): inbox.put(n)
    for _ in ps: inbox.put(None)
    print(sorted(out.get() for _ in range(10)))
    for p in ps: p.join()
    print([p.exitcode for p in ps])
