"""Many may read at once, one may write: a lock made of a condition."""
import threading
import time


class SharedLock:
    def __init__(self):
        self.changed = threading.Condition()
        self.readers = 0

    def read(self, seconds):
        with self.changed:
            self.readers += 1
        time.sleep(seconds)
        with self.changed:
            self.readers -= 1
            self.changed.notify_all()

    def write(self, seconds):
        with self.changed:
            while self.readers:
                self.changed.wait()
            time.sleep(seconds)  # nobody else gets the lock meanwhile


page = SharedLock()
threads = [threading.Thread(target=page.read, args=(0.01 * n,), name=f"Reader-{n}") for n in (1, 2, 3)]
threads.append(threading.Thread(target=page.write, args=(0.02,), name="Writer"))
threads.append(threading.Thread(target=page.read, args=(0.01,), name="Late reader"))
for thread in threads:
    thread.start()
    time.sleep(0.002)
for thread in threads:
    thread.join()
print("readers left:", page.readers)
