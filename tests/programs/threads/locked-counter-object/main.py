"""A counter class with a lock, an RLock and a condition inside."""
import threading


class Counter:
    def __init__(self):
        self._lock = threading.RLock()
        self._changed = threading.Condition(self._lock)
        self.value = 0

    def add(self, n):
        with self._lock:
            for _ in range(n):
                self.add_one()

    def add_one(self):
        with self._lock:
            self.value += 1
            self._changed.notify_all()

    def wait_until(self, n):
        with self._changed:
            return self._changed.wait_for(lambda: self.value >= n, timeout=10)


c = Counter()
ts = [threading.Thread(target=c.add, args=(50,)) for _ in range(4)]
for t in ts:
    t.start()
print(c.wait_until(200), c.value)
for t in ts:
    t.join()
