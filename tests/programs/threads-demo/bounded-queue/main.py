"""queue.Queue has the lock and both conditions inside; None tells the consumer that it is over."""
import queue
import threading
import time

belt = queue.Queue(maxsize=3)
packed = []


def make():
    for number in range(8):
        time.sleep(0.002)
        belt.put(number)
    belt.put(None)


def pack():
    while (item := belt.get()) is not None:
        time.sleep(0.008)
        packed.append(item)


threads = [threading.Thread(target=make, name="Maker"), threading.Thread(target=pack, name="Packer")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("packed", packed)
