"""Several locks in one with; released in reverse order, also on error."""
import threading


class Loud:
    def __init__(self, name):
        self.name, self.lock = name, threading.Lock()

    def __enter__(self):
        self.lock.acquire()
        print("+", self.name)
        return self

    def __exit__(self, *exc):
        self.lock.release()
        print("-", self.name, exc[0] and exc[0].__name__)


a, b = Loud("a"), Loud("b")
with a, b as second:
    print("inside", second.name)
try:
    with a, b:
        raise KeyError
except KeyError:
    print(a.lock.locked(), b.lock.locked())
