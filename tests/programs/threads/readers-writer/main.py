"""A readers-writer lock made of a condition."""
import threading
import time


class ReadWriteLock:
    def __init__(self):
        self.condition = threading.Condition(threading.Lock())
        self.readers = 0

    def acquire_read(self):
        with self.condition:
            self.readers += 1

    def release_read(self):
        with self.condition:
            self.readers -= 1
            if self.readers == 0:
                self.condition.notify_all()

    def acquire_write(self):
        self.condition.acquire()
        while self.readers > 0:
            self.condition.wait()

    def release_write(self):
        self.condition.release()


lock = ReadWriteLock()
data = {"version": 0, "copy": 0}
torn = []


def reader():
    for _ in range(20):
        lock.acquire_read()
        if data["version"] != data["copy"]:
            torn.append(dict(data))
        time.sleep(0.0005)
        lock.release_read()
        time.sleep(0.0005)


def writer():
    for _ in range(5):
        lock.acquire_write()
        data["version"] += 1
        time.sleep(0.0005)
        data["copy"] += 1
        lock.release_write()
        time.sleep(0.001)


threads = [threading.Thread(target=reader) for _ in range(3)] + [threading.Thread(target=writer) for _ in range(2)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(data, torn)
