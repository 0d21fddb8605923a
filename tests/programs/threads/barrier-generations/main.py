"""A barrier is used again and again; wait gives each thread another index."""
import threading

b = threading.Barrier(4)
lock = threading.Lock()
rounds = [[] for _ in range(5)]


def work():
    for r in range(5):
        i = b.wait()
        with lock:
            rounds[r].append(i)


ts = [threading.Thread(target=work) for _ in range(4)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print([sorted(r) for r in rounds], b.n_waiting, b.parties, b.broken)
