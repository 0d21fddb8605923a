"""An uncaught exception ends the thread it happens in, and no other."""
import threading
import time

results = {}


def divide(name, a, b):
    time.sleep(0.01)
    results[name] = a / b


threads = [
    threading.Thread(target=divide, args=("half", 1, 2), name="Half"),
    threading.Thread(target=divide, args=("oops", 1, 0), name="Oops"),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("main goes on with", results)
