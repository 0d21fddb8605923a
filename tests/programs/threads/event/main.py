"""An event lets everybody pass at once."""
import threading
import time

event = threading.Event()
passed = []


def runner(n):
    passed.append(("ready", n))
    result = event.wait()
    passed.append(("go", result))


threads = [threading.Thread(target=runner, args=(n,)) for n in range(3)]
for t in threads:
    t.start()
time.sleep(0.05)
print(event.is_set(), passed)
event.set()
for t in threads:
    t.join()
print(event.is_set(), sorted(passed), event.wait(), event.wait(0))
event.clear()
start = time.perf_counter()
print(event.is_set(), event.wait(0.05), 0.05 <= time.perf_counter() - start < 0.2, event.wait(timeout=0))


def later():
    time.sleep(0.03)
    event.set()


threading.Thread(target=later).start()
print(event.wait(1), repr(event).startswith("<threading.Event at 0x"), repr(event).endswith(": set>"))
