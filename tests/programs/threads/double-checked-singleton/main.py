"""Double-checked locking with __new__."""
import threading
import time


class Config:
    _instance = None
    _lock = threading.Lock()
    made = 0

    def __new__(cls):
        if cls._instance is None:
            with cls._lock:
                if cls._instance is None:
                    time.sleep(0.01)
                    cls.made += 1
                    cls._instance = super().__new__(cls)
        return cls._instance


seen = []
ts = [threading.Thread(target=lambda: seen.append(Config())) for _ in range(6)]
for t in ts:
    t.start()
for t in ts:
    t.join()
print(len(set(map(id, seen))), Config.made)
