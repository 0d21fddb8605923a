"""join with a timeout comes back; the thread goes on."""
import threading
import time


def slow():
    time.sleep(0.3)
    log.append("slow done")


log = []
t = threading.Thread(target=slow)
start = time.perf_counter()
t.start()
t.join(0.05)
first = time.perf_counter() - start
print(t.is_alive(), 0.05 <= first < 0.2, log)
t.join(timeout=0)
print(t.is_alive())
t.join()
print(t.is_alive(), log, 0.3 <= time.perf_counter() - start < 0.6)
t.join()
t.join(5)
print("joining twice is fine")
