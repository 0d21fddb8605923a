"""The end waits for the worker, and the daemon works on until then."""
import threading
import time

ticks = []


def daemon():
    while True:
        ticks.append(1)
        time.sleep(0.01)


def worker():
    time.sleep(0.2)
    print("worker ends", len(ticks) > 5)


threading.Thread(target=daemon, daemon=True).start()
threading.Thread(target=worker).start()
print("main ends")
