import multiprocessing as mp
import time, os

def work(a, b, name, both):
    with a:
        print(name, "has its first lock", flush=True)
        both.wait()
        with b:
            print("never")

if __name__ == '__main__':
    a, b = mp.Lock(), mp.Lock()
    both = mp.Barrier(2)
    ps = [mp.Process(target=work, args=args) for args in ((a, b, "one", both), (b, a, "two", both))]
    for p in ps: p.start()
    for p in ps: p.join()
