"""abort, reset while some wait, wait on a broken barrier."""
import threading
import time

b = threading.Barrier(3)
out = []


def work():
    try:
        out.append(b.wait())
    except threading.BrokenBarrierError as error:
        out.append(repr(error))


def start(n):
    ts = [threading.Thread(target=work) for _ in range(n)]
    for t in ts:
        t.start()
    while b.n_waiting < n:
        time.sleep(0.001)
    return ts


for end in (b.abort, b.reset):
    ts = start(2)
    print(b.n_waiting, b.broken)
    end()
    for t in ts:
        t.join()
    print(out, b.broken, b.n_waiting)
    out.clear()
    if b.broken:
        try:
            b.wait()
        except threading.BrokenBarrierError as error:
            print("still broken", error)
        b.reset()
