"""The urgent thread needs a lock that the unimportant one holds; busy threads keep that one from going on."""
import threading
import time

lock = threading.Lock()
finished = []


def slow():
    with lock:
        for _ in range(60_000):
            pass
    finished.append("slow")


def busy(name):
    for _ in range(400_000):
        pass
    finished.append(name)


def urgent():
    with lock:
        finished.append("urgent")


threads = [threading.Thread(target=slow, name="Slow")]
threads += [threading.Thread(target=busy, args=(f"busy-{i}",), name=f"Busy-{i}") for i in (1, 2, 3)]
threads.append(threading.Thread(target=urgent, name="Urgent"))
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("the urgent one ended after the slow one's lock:", "urgent" in finished, len(finished))
