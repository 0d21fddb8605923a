"""Globals are shared by all threads; local variables are each thread's own."""
import threading
import time

guests = []


def arrive(name, after):
    time.sleep(after)         # `name` and `after` are this thread's own
    guests.append(name)       # `guests` is everybody's
    print(name, "sees", guests)


threads = [
    threading.Thread(target=arrive, args=("Ada", 0.01), name="Ada"),
    threading.Thread(target=arrive, args=("Ben", 0.03), name="Ben"),
    threading.Thread(target=arrive, args=("Cleo", 0.05), name="Cleo"),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("in the end:", guests)
