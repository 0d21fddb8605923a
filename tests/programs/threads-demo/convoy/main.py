"""One thread does short I/O, alone first and then beside one that computes."""
import threading
import time

stop = False


def compute():
    n = 0
    while not stop:
        n += 1


def requests():
    begin = time.perf_counter()
    for _ in range(10):
        time.sleep(0.001)
    return time.perf_counter() - begin


alone = requests()
cruncher = threading.Thread(target=compute, name="Cruncher")
cruncher.start()
together = requests()
stop = True
cruncher.join()
print("alone: quick" if alone < 0.03 else "alone: slow?")
print("beside a computing thread:", "three times as slow, or worse" if together > 3 * alone else "as quick")
