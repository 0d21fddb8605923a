import multiprocessing as mp
import time, os

def it():
    yield 1
    raise KeyError("inside")
def sq(x): return x * x

if __name__ == '__main__':
    with mp.Pool(2) as pool:
        got = pool.imap(sq, it())
        print(next(got))
        try:
            next(got)
        except KeyError as exc:
            print("KeyError", exc)
