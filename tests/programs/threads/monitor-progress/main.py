"""A monitor thread looks at shared state at intervals until told to stop."""
import threading
import time

progress = 0
stop = threading.Event()
samples = []


def monitor():
    while not stop.wait(0.03):
        samples.append(progress)


def work():
    global progress
    for _ in range(4):
        time.sleep(0.03 * 1.5)
        progress += 25


m = threading.Thread(target=monitor, daemon=True)
w = threading.Thread(target=work)
m.start()
w.start()
w.join()
stop.set()
m.join()
print(samples == sorted(samples), len(samples) >= 4, progress, m.is_alive())
