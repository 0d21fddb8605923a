import multiprocessing as mp
import pickle
import sys


def attempt(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


if __name__ == "__main__":
    attempt(lambda: pickle.dumps(attempt.__code__))
    attempt(lambda: pickle.dumps(sys._getframe()))
    attempt(lambda: pickle.dumps(n for n in ()))
    attempt(lambda: pickle.dumps(memoryview(b"x")))
    attempt(lambda: pickle.loads(5))
    attempt(lambda: pickle.loads(None))
    attempt(lambda: pickle.loads("text"))
    one, other = mp.Pipe()
    attempt(lambda: one.send(attempt.__code__))
    attempt(lambda: mp.Array("i", -1))
    one.send("still usable")
    print(other.recv())
