"""dict.setdefault and dict.pop are atomic."""
import threading

d, winners = {}, []
popped = []
barrier = threading.Barrier(4)


def work(k):
    barrier.wait()
    for i in range(300):
        if d.setdefault(i, k) == k:
            winners.append(i)
    barrier.wait()
    for i in range(300):
        if d.pop(i, None) is not None:
            popped.append(i)


ts = [threading.Thread(target=work, args=(k,)) for k in range(4)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(sorted(winners) == list(range(300)), sorted(popped) == list(range(300)), d)
