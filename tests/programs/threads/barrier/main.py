"""A barrier: nobody goes on before everybody is there; action, abort, reset."""
import threading
import time

log = []
barrier = threading.Barrier(3, action=lambda: log.append("all here"))


def runner(n):
    time.sleep(n / 100)
    log.append(f"arrive {n}")
    index = barrier.wait()
    indices.append(index)
    time.sleep(n / 100)
    barrier.wait()
    log.append("second")


indices = []
threads = [threading.Thread(target=runner, args=(n,)) for n in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(log, sorted(indices), barrier.parties, barrier.n_waiting, barrier.broken)
broken = threading.Barrier(2, timeout=0.03)


def alone():
    try:
        broken.wait()
    except threading.BrokenBarrierError as error:
        print("BrokenBarrierError", error, broken.broken)


t = threading.Thread(target=alone)
t.start()
t.join()
try:
    broken.wait()
except threading.BrokenBarrierError:
    print("still broken")
broken.reset()
print(broken.broken)
t = threading.Thread(target=alone)
t.start()
time.sleep(0.01)
broken.abort()
t.join()
