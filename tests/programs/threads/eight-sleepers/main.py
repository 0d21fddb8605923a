"""Eight threads that sleep a second take about a second."""
import threading
import time


def nap():
    time.sleep(1)


start = time.time()
threads = [threading.Thread(target=nap) for _ in range(8)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(f"{len(threads)} naps took {time.time() - start:.1f} s")
