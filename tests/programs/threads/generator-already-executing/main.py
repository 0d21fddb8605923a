"""A generator entered by a second thread while the first is inside."""
import threading

inside, leave = threading.Event(), threading.Event()


def numbers():
    yield 1
    inside.set()
    leave.wait()
    yield 2


g = numbers()
print(next(g))
t = threading.Thread(target=lambda: print(next(g)))
t.start()
inside.wait()
try:
    next(g)
except ValueError as error:
    print(error)
leave.set()
t.join()
