"""Event: set, clear, wait with and without time-out, several waiters."""
import threading

e = threading.Event()
print(e.is_set(), e.wait(0), e.wait(0.01), e.set(), e.wait(), e.is_set(), e.wait(0))
print(e.clear(), e.is_set(), e.wait(timeout=0.01))
done = []
ts = [threading.Thread(target=lambda i=i: done.append((i, e.wait()))) for i in range(5)]
for t in ts:
    t.start()
print(done)
e.set()
for t in ts:
    t.join()
print(sorted(done))
