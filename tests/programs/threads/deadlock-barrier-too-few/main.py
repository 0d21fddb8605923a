"""Two threads at a barrier for three."""
import threading

b = threading.Barrier(3)
ts = [threading.Thread(target=b.wait) for _ in range(2)]
for t in ts:
    t.start()
print("started", flush=True)
for t in ts:
    t.join()
