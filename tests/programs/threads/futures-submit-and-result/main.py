"""submit, result, done, running, repr of a future."""
import concurrent.futures as cf
import threading

gate = threading.Event()
begun = threading.Event()


def work(a, b=1, *, c=0):
    begun.set()
    gate.wait()
    return a + b + c


with cf.ThreadPoolExecutor(1) as pool:
    f = pool.submit(work, 1, b=2, c=3)
    g = pool.submit(len, "abc")
    begun.wait()
    print(f.running(), f.done(), g.running(), g.done(), f.cancel(), f.cancelled())
    print(str(f).split(" at ")[0], str(f).split("state=")[1], str(g).split("state=")[1])
    gate.set()
    print(f.result(), g.result(), f.exception(), f.done(), f.running())
    print(str(f).split("state=")[1])
