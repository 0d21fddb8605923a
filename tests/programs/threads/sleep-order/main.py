"""Sleep sort: threads that sleep end in the order of their sleeps, at the same time as one."""
import threading
import time


def sleeper(n):
    time.sleep(n / 50)
    out.append(n)


out = []
start = time.perf_counter()
threads = [threading.Thread(target=sleeper, args=(n,)) for n in (5, 1, 4, 2, 3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
elapsed = time.perf_counter() - start
print(out, 0.1 <= elapsed < 0.2)
