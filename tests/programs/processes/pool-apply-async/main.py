import multiprocessing as mp
import time, os

def sq(x):
    return x * x
def add(a, b):
    return a + b
def fail(x):
    raise ValueError(f"bad {x}")
def nap(t):
    time.sleep(t)
    return t


if __name__ == '__main__':
    with mp.Pool(2) as pool:
        rs = [pool.apply_async(sq, (n,)) for n in range(5)]
        print([r.get() for r in rs], rs[0].ready(), rs[0].successful())
        r = pool.apply_async(fail, (7,))
        r.wait()
        print(r.ready(), r.successful())
        slow = pool.apply_async(nap, (0.5,))
        print(slow.ready())
        try:
            slow.successful()
        except ValueError as exc:
            print("ValueError:", str(exc).split(" object")[0].split("<")[-1], str(exc).split("> ")[-1])
        try:
            slow.get(timeout=0.05)
        except mp.TimeoutError as exc:
            print("TimeoutError", exc.args)
        print(slow.get())
