"""Double-checked initialisation runs once."""
import threading
import time


class Service:
    _instance = None
    _lock = threading.Lock()
    made = 0

    @classmethod
    def get(cls):
        if cls._instance is None:
            with cls._lock:
                if cls._instance is None:
                    time.sleep(0.01)
                    cls.made += 1
                    cls._instance = cls()
        return cls._instance


found = []
threads = [threading.Thread(target=lambda: found.append(Service.get())) for _ in range(5)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(Service.made, len(set(map(id, found))), len(found))
