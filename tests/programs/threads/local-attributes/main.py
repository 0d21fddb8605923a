"""threading.local: per-thread values, errors, __dict__, subclass with __init__."""
import threading


class Mine(threading.local):
    count = 0
    shared = []

    def __init__(self, start):
        self.number = start
        Mine.count += 1

    def double(self):
        return self.number * 2


data = Mine(5)
plain = threading.local()
plain.x = 1
out = []


def work(n):
    out.append((data.number, data.double(), hasattr(plain, "x"), sorted(plain.__dict__)))
    data.number = plain.x = n
    out.append((data.number, plain.x, dict(plain.__dict__)))


for n in (10, 20):
    t = threading.Thread(target=work, args=(n,))
    t.start()
    t.join()
print(out)
print(data.number, plain.x, Mine.count, plain.__dict__)
try:
    plain.missing
except AttributeError as error:
    print(error)
try:
    del plain.missing
except AttributeError as error:
    print(error)
del plain.x
print(hasattr(plain, "x"))
try:
    plain.__dict__ = {}
except AttributeError as error:
    print(error)
try:
    threading.local(1)
except TypeError as error:
    print(error)
try:
    data.nothing
except AttributeError as error:
    print(error)
